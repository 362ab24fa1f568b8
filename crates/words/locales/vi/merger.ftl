## Sáp nhập

merger-weights = Cách gộp
merger-equal = Quy tắc của Bộ: bình quân đều
merger-population = Theo dân số 2024 (không chính thức)
# $name, $from, $before, $to, $after, $edition-and-why
merger-same-name =
    { $name }: từ hạng { $from }/{ $before } thành hạng { $to }/{ $after } sau sáp nhập { $edition-and-why }.
# $name, $rank, $is-alone, $new, $new-rank, $edition-and-why
merger-other-name =
    { $name } (hạng { $rank }) { $is-alone ->
        [true] nay là
       *[false] nay thuộc
    } { $new }, hạng { $new-rank } sau sáp nhập { $edition-and-why }.
# $edition, $is-official
merger-why =
    (số liệu { $edition }), { $is-official ->
        [true] dù không số liệu nào thay đổi
       *[false] nếu gộp theo dân số
    }
# $edition, $is-official
merger-why-edited =
    (số liệu { $edition }), theo kịch bản của bạn{ $is-official ->
        [true] {""}
       *[false] , nếu gộp theo dân số
    }
# $new, $score, $before, $after
merger-alone =
    { $new } không gộp với tỉnh nào, giá trị vẫn là { $score }; chỉ có bảng xếp hạng ngắn lại, từ { $before }
    xuống { $after } tỉnh, thành.
# $new, $count, $parts, $score, $former, $change
merger-mean =
    Theo quy tắc của Bộ, giá trị của { $new } mới là bình quân đều của { $count } tỉnh cũ ({ $parts }), tức
    { $score }: so với riêng { $former } là { $change }. Chỉ số chính nào cũng gộp như vậy.
# $new, $score, $parts, $former, $change
merger-weighed =
    Nếu gộp theo dân số, giá trị của { $new } mới là { $score } (từ { $parts }): so với riêng { $former } là
    { $change }.
merger-none = Tỉnh này không có trong danh sách sáp nhập.
merger-unofficial = Gộp theo dân số không phải quy tắc chính thức; Bộ lấy bình quân đều các tỉnh cũ.
merger-go-before = Giả định trên 63 tỉnh cũ rồi gộp
# $edition
merger-computed =
    Bộ không công bố bảng sau sáp nhập cho kỳ { $edition }: bảng này tính theo cùng quy tắc.
merger-published =
    Giá trị sau dấu ≈ của tỉnh cũ là ước tính; giá trị của tỉnh mới là số đã công bố, nên có thể khác bình
    quân của chúng.
merger-without-edits = Ở đây không tính các giả định đã đặt trên tỉnh mới.
# $new, $is-alone
merger-figures =
    Số liệu của { $new } { $is-alone ->
        [true] trước và sau sáp nhập
       *[false] mới gộp từ đâu
    }
# $new
merger-new-name = { $new } (mới)
# $count
merger-all = Cả { $count } tỉnh, thành
merger-ranking = Thứ hạng sau sáp nhập
merger-column-new = Tỉnh, thành phố mới
merger-column-parts = Gộp từ (hạng trước đó)
