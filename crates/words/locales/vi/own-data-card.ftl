## Phiếu điểm: quanh các dòng

card-example = Ví dụ: đơn vị và số liệu hư cấu.
card-rests-on-estimates =
    Kết quả này còn dựa trên ước tính: một phần các chỉ số thành phần chưa được nhập.
card-private = Những gì bạn nhập ở đây chỉ nằm trên máy của bạn và không vào đường dẫn.
card-no-components =
    Chưa có danh sách chỉ số thành phần của bộ này. Bạn có thể nhập điểm của chỉ số chính, hoặc nhập danh sách
    chính thức.
card-load-list = Nhập danh sách chính thức
card-clear = Xóa phiếu này
card-cleared = Đã xóa phiếu điểm chi tiết này.
card-sums = Điểm của các chỉ số chính
# $now, $before
card-before =
    { $now } ({ $figures ->
        [published] công bố
       *[mixed] gốc
    } { $before })
# $score, $rank
card-pillar = { $score }, hạng { $rank }
card-refused =
    Các giả định “nếu” của bạn không còn chỗ bên cạnh những gì đã nhập, nên phiếu này tạm tính không có chúng.
    Hãy đặt lại (↺) chỉ số đó trong phiếu điểm ở trên, hoặc sửa số đã nhập.
# $name, $low, $high
card-room = Với những gì đã nhập, { $name } chỉ có thể từ { $low } đến { $high }.
card-not-counted = Các giá trị sau chưa tính được:
card-drop-faulty = Bỏ các giá trị này

## Cách xem

card-look = Cách xem
card-view-all = Tất cả
card-view-most-missing = Còn thiếu nhiều điểm nhất
card-view-below-max = Chưa đạt tối đa
card-view-changed = Có giả định “nếu”
card-view-self-differs = Tự đánh giá khác kết quả
card-stage = Cột đang nhập
card-missing = Còn thiếu
card-rule = Cách chấm
card-any = Tất cả
card-any-stage = Không lọc
card-rule-kind =
    { $kind ->
        [yes_no] Có hoặc không
        [levels] Chọn mức
        [steps] Bậc thang
        [ratio] Tỷ lệ
        [capped_ratio] Tỷ lệ đến ngưỡng
        [threshold_jump] Tỷ lệ, qua ngưỡng đủ điểm
        [banded_ratio] Tỷ lệ, dưới ngưỡng 0
        [all_or_nothing] Đủ 100% hoặc 0
        [survey] Khảo sát hài lòng
        [relative] So với cao nhất
        [count_capped] Đếm số lượng
        [count_share] Số việc đã làm
        [per_period_sum] Cộng theo kỳ
        [parts] Cộng các phần
        [per_capita] Trên số dân
       *[points] Nhập điểm
    }
card-over-all = Mọi chỉ số, thiếu nhiều điểm nhất trước
card-nothing-here = Không có chỉ số nào như vậy.
card-back = Trước
card-next = Sau

## Các cột của phiếu

stage-own = Tự đánh giá
stage-reviewed = Thẩm định lần 1
stage-explained = Giải trình
stage-verified = Thẩm định
stage-result = Kết quả
stage-what-if = Giả định
# $column
stage-in-points = { $column } (điểm)
card-table-number = Số
card-table-earned = Điểm đạt được
card-table-gap = Còn thiếu

## Một dòng

card-counts = được tính
card-estimated = ước tính
card-unscored = không chấm điểm
card-sum = tổng các tiêu chí
card-criteria = { NUMBER($count) } tiêu chí
card-places = +{ NUMBER($places) } bậc
card-more-points = +{ $points } điểm
card-earned = = { $points } điểm
# $points, $most
card-points-of = { $points } / { $most } điểm
card-gap = còn thiếu { $points }
card-none-entered = chưa nhập thành phần nào
# $reached, $entered, $open
card-at-max-of-entered =
    { $reached }/{ $entered } thành phần đã nhập đạt tối đa, còn { $open } chưa nhập
# $reached, $all
card-at-max = { $reached }/{ $all } thành phần đạt tối đa

## Nhập một giá trị

card-yes = Có
card-no = Không
card-none-met = không đạt phần nào
card-choose = Chọn…
card-level = mức { $number }
# $name, $points
card-choice = { $name }: { $points } điểm
card-period = kỳ { $number }
card-best = Giá trị cao nhất (giả định của bạn)
card-best-why =
    Cách chấm này so với đơn vị cao nhất; giá trị đó không có trong số liệu{ $figures ->
        [own] { "" }
       *[published] { " " }công bố
    }.
# $share, $most, $points
card-reading-share = { $share } của { $most } điểm = { $points }
# $share, $points, $most
card-reading-ratio = { $share } → { $points } / { $most } điểm
# $points, $most
card-reading = = { $points } / { $most } điểm

## Việc nên làm tiếp

card-worth = Việc gì nên làm tiếp
card-worth-why =
    Mỗi dòng thử riêng chỉ số đó, mọi thứ khác và mọi đơn vị khác giữ nguyên.
card-worth-outdated = Số liệu đã đổi sau khi tính bảng này.
card-worth-none = Mọi chỉ số đã đạt tối đa.
card-worth-all = Xem tất cả ({ NUMBER($count) })
card-worth-component = Chỉ số
card-worth-missing = Điểm còn thiếu
card-worth-full = Nếu đủ điểm
card-worth-step = Bước tiếp theo
card-suppose = Đặt giả định
card-suppose-full = Đủ điểm
card-suppose-step = Bước tiếp
card-step-to = lên { $to }
card-step-more = thêm { $more }
card-step-level = thêm một mức

## Chỗ nhập sai trong phiếu

# $one, $other
card-or = { $one } hoặc { $other }
card-yes-or-no = có hoặc không
card-unreadable = Ô này không đọc được. Hãy nhập như ví dụ: { $example }.
# $given, $one, $other
card-two-readings =
    “{ $given }” có thể là { $one } hoặc { $other }. Hãy viết không có dấu ngăn hàng nghìn, ví dụ { $one }.
# $given, $example
card-percent-or-ratio =
    “{ $given }” là phần trăm hay tỷ lệ? Hãy viết { $given }% hoặc hai số, ví dụ { $example }.
card-only-points =
    Cách chấm này không suy ngược được từ điểm. Hãy nhập số liệu gốc, ví dụ { $example }.
# $fault, $example
card-for-example = { $fault } Ví dụ: { $example }.
card-enter-too = Hãy nhập cả: { $names }.
card-unknown-indicator =
    Bộ chỉ số đang dùng không có chỉ số này. Hãy nhập danh sách có nó, hoặc bỏ giá trị.
card-two-rows = Chỉ số này có hai dòng. Hãy giữ một.
card-other-rule = Giá trị này được nhập theo một cách chấm điểm khác. Hãy nhập lại.
# $given, $most
card-too-many-points = { $given } điểm là quá mức. Hãy nhập từ 0 đến { $most }.
card-too-many-decimals = { $given } có quá nhiều chữ số. Điểm có tối đa 2 chữ số thập phân.
card-negative = { $given } nhỏ hơn 0. Hãy nhập từ 0 trở lên.
# $given, $most
card-too-much = { $given } là quá mức. Hãy nhập từ 0 đến { $most }.
card-best-zero = Giá trị cao nhất là { $given }. Hãy nhập số lớn hơn 0.
card-best-missing =
    Chưa có giá trị cao nhất để so sánh. Hãy mở chi tiết và nhập giả định của bạn.
card-part-missing = Còn thiếu { $id }. Hãy nhập cả số đó.
# $given, $allowed
card-no-such-choice = Không có “{ $given }” ở đây. Hãy chọn: { $allowed }.
card-twice = “{ $given }” có hai lần. Hãy giữ một.
# $given, $periods
card-other-periods = Có { NUMBER($given) } kỳ. Hãy chọn cho cả { NUMBER($periods) } kỳ.

## Cách chấm

rule-points = nhập điểm
rule-yes-no = có: đủ điểm; không: 0
rule-ratio = { $ratio } × điểm tối đa
rule-survey = tỷ lệ hài lòng { $ratio } × điểm tối đa
# $ratio, $full
rule-capped-ratio = { $ratio }, từ { $full } là đủ điểm
# $ratio, $full
rule-threshold-jump = { $ratio } từ { $full } là đủ điểm; dưới { $full }: { $ratio } × điểm tối đa
# $ratio, $from
rule-banded-ratio = { $ratio } từ { $from }: { $ratio } × điểm tối đa; dưới { $from }: 0
rule-all-or-nothing = { $ratio } đạt 100%: đủ điểm; chưa đạt: 0
rule-relative = { $own } so với giá trị cao nhất × điểm tối đa
rule-own-value = giá trị
rule-levels = chọn mức: { $choices } điểm
rule-parts = cộng các phần đạt: { $choices } điểm
rule-count-share = số việc đã làm / { NUMBER($all) } × điểm tối đa
# $by, $steps
rule-steps = { $by }, { $steps } điểm
# $from, $points
rule-step = từ { $from }: { $points }
rule-by-count = theo số lượng
rule-by-ratio = theo { $ratio }
# $each, $most
rule-count-capped = mỗi đơn vị đếm được { $each } điểm, tối đa { $most }
# $periods, $choices
rule-per-period = cộng { NUMBER($periods) } kỳ, mỗi kỳ chọn: { $choices } điểm
# $people, $threshold
rule-per-capita = số lượng trên { NUMBER($people) } dân, từ { $threshold } là đủ điểm
rule-no-cases = { $rule }; không có trường hợp nào: đủ điểm
