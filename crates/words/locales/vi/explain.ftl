## Vì sao đổi hạng

explain-from = Từ
explain-to = Đến
# $name
explain-same = { $name }: hãy chọn hai kỳ khác nhau để xem vì sao đổi hạng.
# $name
explain-only-one =
    { $name }: chỉ có một kỳ và chưa có giả định nào, nên chưa có gì để so. Hãy đặt một giả định để xem vì
    sao đổi hạng.
# $name
explain-refused = { $name }: chưa thể giải thích vì sao đổi hạng giữa hai kỳ này.
explain-on-file = Số liệu hiện có
# $size
explain-score-rose = giá trị tăng { $size }
# $size
explain-score-fell = giá trị giảm { $size }
explain-score-stayed = giá trị không đổi
# $name, $score, $is-odd, $places, $from, $to
explain-fell =
    { $name }: { $score }{ $is-odd ->
        [true] { " " }nhưng
       *[false] ,
    } tụt { $places } bậc, từ hạng { $from } xuống hạng { $to }.
# $name, $score, $is-odd, $places, $from, $to
explain-rose =
    { $name }: { $score }{ $is-odd ->
        [true] { " " }nhưng
       *[false] ,
    } lên { $places } bậc, từ hạng { $from } lên hạng { $to }.
# $name, $score, $rank, $before, $after
explain-stayed = { $name }: { $score }, vẫn ở hạng { $rank } ({ $before } và { $after }).
# $name, $before, $after
explain-scores = { $Score-name } của { $name } từ { $before } thành { $after }.
# $name
explain-former = Đây là { $name } trước sáp nhập.
# $name, $change
explain-largest =
    Trong các chỉ số biết được ở cả hai phía, { $name } làm giá trị đổi nhiều nhất ({ $change }).
# $own, $rivals
explain-alone = Nếu các { $unit } khác đứng yên: hạng { $own }; nếu chỉ các { $unit } khác đổi: hạng { $rivals }.
# $own, $rivals, $method
explain-alone-with-method =
    Nếu các { $unit } khác đứng yên: hạng { $own }; nếu chỉ các { $unit } khác đổi: hạng { $rivals }; nếu chỉ
    cách tính (bộ chỉ số hoặc điểm tối đa) đổi: hạng { $method }.
# $rank, $end, $names
explain-tied = Hạng { $rank } ({ $end }) là đồng hạng với { $names }.
# $names
explain-overtaken-by = Vượt lên trước: { $names }.
# $names
explain-overtook = Đã vượt qua: { $names }.
explain-years = Từng chỉ số qua các kỳ
# $end
explain-year-score = Giá trị { $end }
# $end
explain-year-points = Điểm { $end }
# $end
explain-year-rank = Hạng { $end }
# $from, $to
explain-year-change = Đổi { $from } → { $to }
# $names
explain-hidden-named =
    { $figures ->
        [own] Chưa có số riêng ở cả hai phía, chỉ biết tổng:
       *[published] Không công bố riêng ở cả hai kỳ, chỉ biết tổng:
    } { $names }. Giá trị sau dấu ≈ là ước tính.
# $count
explain-hidden =
    { $count } chỉ số { $figures ->
        [own] chưa có số riêng
       *[published] không công bố riêng
    }
explain-rounding = Làm tròn
explain-rivals-together = Mức tăng giảm chung của các { $unit } khác
explain-effects = Ai làm đổi hạng (trung bình theo mọi thứ tự, cộng lại bằng số bậc)
explain-cause = Nguyên nhân
explain-alone-rank = Nếu chỉ điều này đổi: hạng
explain-places = Số bậc
explain-own = Điểm của chính { $unit }
explain-rivals = Các { $unit } khác
explain-method = Bộ chỉ số, điểm tối đa
# $total
explain-by-indicator = Giá trị đổi ở đâu, trên thang { $total } điểm
explain-score-change = { $Score-name } đổi
# $count
explain-overtakers = { $count } { $unit } đã vượt lên, và nhờ đâu
explain-overtaker = { $Unit } vượt lên
# $name, $end
explain-ahead = So với { $name } ({ $end }), điểm
explain-mostly = Chủ yếu nhờ
explain-gaps = Khoảng cách với từng { $unit } đổi ở chỉ số nào, tính bằng điểm
explain-not-of-both = Chỉ số không biết riêng của cả hai
explain-estimated =
    Một phần dựa trên giá trị { $figures ->
        [own] được điền khuyết: số của các { $unit } khác đứng thay.
       *[mixed] ước tính: chỉ số chưa công bố riêng, hoặc tính lại theo điểm tối đa khác.
    }
