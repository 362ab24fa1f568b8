## Kế hoạch lên hạng

# $rank
plan-aim-rank = lên hạng { $rank }
# $score
plan-aim-score = đạt giá trị { $score }
# $rank
plan-target-rank = hạng { $rank }
# $score
plan-target-score = giá trị { $score }
# $name, $rank, $aim, $best
plan-impossible =
    Với các điều kiện này, { $name } (hạng { $rank }) chưa thể { $aim }; nâng hết mức được phép thì ở hạng { $best }.
# $name, $rank, $target
plan-met = { $name } đang ở hạng { $rank }: đã đạt mục tiêu { $target }, không cần thêm điểm.
# $name, $rank, $needed, $aim, $steps
plan-found =
    { $name } (hạng { $rank }) cần thêm { $needed } để { $aim }; ít tốn sức nhất là nâng { $steps }.
# $name, $from, $to
plan-step-told = { $name } từ { $from } lên { $to }
plan-more-steps = và { NUMBER($count) } chỉ số nữa
# $score
plan-threshold = Ngưỡng là giá trị { $score }
# $score, $rival
plan-threshold-of = Ngưỡng là giá trị { $score } của { $rival }
# $points
plan-away = còn cách { $points }
plan-enough = các bước dưới đây đủ đạt ngưỡng đó mà không nhờ làm tròn
plan-rounded = các bước dưới đây chỉ vừa đủ nhờ giá trị được làm tròn
# $rank
plan-scored-again = Chấm lại cả bảng với kế hoạch này cho hạng { $rank }.
# $names
plan-binding = Đã chạm mức tối đa: { $names }.
# $names
plan-locked = Giữ nguyên theo điều kiện: { $names }.
plan-proof = Không cách nào khác tốn ít sức hơn, vì nỗ lực bằng đúng cận dưới.
plan-target = Mục tiêu
plan-goal = hoặc giá trị
plan-by-score = Theo giá trị đã nhập
plan-effort = Nỗ lực tăng thế nào
plan-diminishing = Càng cao càng khó
plan-flat = Điểm nào cũng như nhau
# $rank
plan-rank = Hạng { $rank }
plan-rank-first = Hạng 1 (dẫn đầu)
# $rank
plan-rank-top = Hạng { $rank } (tốp { $rank })
# $rank
plan-rank-half = Hạng { $rank } (nửa trên)
# $last, $used
plan-no-such-rank = Mục tiêu phải là một hạng từ 1 đến { $last }; đang dùng hạng { $used }.
plan-conditions = Điều kiện của kế hoạch
plan-conditions-hint =
    Mỗi chỉ số: nâng dễ hay khó, lên được tới đâu, hay không thể đổi.
plan-how-hard = Dễ hay khó
plan-easy = dễ
plan-medium = vừa
plan-hard = khó
plan-factor = Hệ số khó (vừa = 1)
plan-factor-fault = Hãy nhập một số từ 0,01 đến 1000 (vừa = 1).
plan-at-most = Tối đa lên tới
plan-cannot-change = Không thể đổi
plan-use = Dùng kế hoạch này làm kịch bản
plan-total-effort = Tổng nỗ lực
plan-bound = Cận dưới (chứng minh)
plan-chance-first = Xác suất đứng đầu
# $rank
plan-chance = Xác suất đạt hạng { $rank } trở lên
plan-not-money = Nỗ lực là số quy ước để so các cách với nhau, không phải tiền hay thời gian.
plan-chance-of =
    Xác suất là tỷ lệ đạt hạng đó trong { NUMBER($draws) } lần thử, khi kế hoạch đã hoàn thành.
plan-vary = Các lần thử cho gì thay đổi
plan-steps = Các bước, việc dễ làm trước
plan-singles = Hoặc chỉ nâng một chỉ số
plan-from = Từ
plan-to = Lên
plan-gain = Thêm, điểm
plan-cost = Nỗ lực
plan-largest = Mức tăng lớn nhất một năm của một { $unit }
plan-no-gain = chưa có số liệu
# $gain
plan-gain-exceeded = { $gain }, bước này lớn hơn
plan-exceeds =
    Có bước lớn hơn mức tăng mà bất kỳ { $unit } nào từng đạt trong một năm (2022 đến 2023): khó xong trong
    một năm.
# $error
plan-estimated =
    { $figures ->
        [own] Kế hoạch dựa trên giá trị được điền khuyết, nên chỉ gần đúng.
       *[mixed]
            Kế hoạch bắt đầu từ giá trị ước tính ({ $error }). Nếu biết số thật, hãy nhập vào mục “Tôi biết số
            này” của chỉ số đó rồi lập lại kế hoạch.
    }

## Kế hoạch đang theo

# $aim, $done, $all
plan-followed = Kế hoạch đang theo, để { $aim }: đã xong { $done }/{ $all } bước
plan-step-done = đã đạt
# $left
plan-step-left = còn { $left }
plan-forget = Bỏ kế hoạch này
