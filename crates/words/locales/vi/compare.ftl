## Các kịch bản cạnh nhau

compare-on-screen = Đang xem
compare-scenario = Kịch bản { $slot }
compare-nothing = Chưa lưu kịch bản nào để so sánh.
# $about, $rank, $saved
compare-finding = { $about }: kịch bản đang xem cho hạng { $rank }; { $saved }.
# $name, $rank, $score
compare-saved = kịch bản “{ $name }” cho hạng { $rank }, giá trị { $score }
# $name, $rank, $score
compare-best = kịch bản “{ $name }” cho hạng { $rank }, giá trị { $score }, tốt nhất trong các kịch bản đã lưu của { $unit }
# $name, $about, $rank, $score
compare-elsewhere = kịch bản “{ $name }” của { $about }, cho hạng { $rank }, giá trị { $score }
compare-save = Lưu kịch bản đang xem
compare-full = Đã lưu đủ bốn kịch bản trên máy này; hãy xóa một kịch bản để lưu thêm.
compare-kept-here = Chỉ lưu trên máy này, tối đa bốn kịch bản.
compare-not-here =
    “{ $name }” thuộc một kỳ hoặc một { $unit } không có ở đây, có thể là số liệu bạn đã gỡ ra. Kịch bản vẫn được
    giữ.
compare-name = Tên kịch bản { $slot }
compare-open = Mở: { $name }
compare-delete = Xóa: { $name }
compare-caption = Các kịch bản cạnh nhau
compare-what = So sánh
compare-place = { $Unit } và kỳ
compare-places = Đổi hạng so với số liệu gốc
compare-change = Đổi giá trị so với số liệu gốc
compare-effort = Nỗ lực (số quy ước)
compare-estimated =
    Có kịch bản đổi một chỉ số chỉ có giá trị ước tính (≈), nên kết quả của nó cũng là ước tính.

## Hai tỉnh, thành cạnh nhau

compare-with = { $Unit } để so
# $name, $other, $rank
pair-level = { $name } và { $other } bằng điểm nhau (hạng { $rank }).
# $name, $rank, $is-ahead, $other, $other-rank, $points
pair-apart =
    { $name } (hạng { $rank }) { $is-ahead ->
        [true] hơn
       *[false] kém
    } { $other } (hạng { $other-rank }) { $points }.
# $name, $indicator, $points
pair-ahead-on = { $name } hơn nhiều nhất ở { $indicator } ({ $points })
# $name, $other
pair-caption = { $name } và { $other } theo từng chỉ số chính
pair-difference = Chênh lệch, điểm
pair-rest =
    { $are-rivals-moving ->
        [true] Phần còn lại (làm tròn, mức thay đổi của các { $unit } khác)
       *[false] Phần còn lại (làm tròn)
    }
# $is-total-estimated
pair-estimated =
    { $is-total-estimated ->
        [true] Giá trị sau dấu ≈ dựa vào ước tính, nên chênh lệch cũng chỉ là ước tính.
       *[false]
            Giá trị sau dấu ≈ là ước tính, nên chênh lệch ở chỉ số đó cũng chỉ là ước tính; chênh lệch
            { $score-name } thì không.
    }
