## Thanh công cụ của mỗi biểu đồ, mỗi bảng

figure-chart = Biểu đồ
figure-table = Bảng
figure-source = Nguồn
figure-files = Tải về
# $kind
figure-file = Tải { $kind }
figure-copy = Sao chép
figure-copied = Đã sao chép, có thể dán vào Word, Zalo.
figure-copy-denied = Trình duyệt không cho sao chép. Hãy sao chép từ ô dưới đây.
figure-no-file = Không thấy tệp tải xuống?
# $kind
figure-by-hand = Hãy sao chép từ đây, dạng { $kind }:
figure-plain = văn bản
# $title
figure-from = Nguồn: { $title }; tính bằng dti-whatif.

## Tiêu đề của biểu đồ: một câu nói điều biểu đồ cho thấy

# $name, $score
chart-alone-ranked = Chỉ có { $name } được xếp hạng, giá trị { $score }
# $name, $before, $after, $is-edited
chart-rose = { $name } từ hạng { $before } lên hạng { $after }
# $name, $before, $after, $is-edited
chart-fell = { $name } từ hạng { $before } xuống hạng { $after }
# $moved, $of
chart-moved-among = { $moved } trong { NUMBER($of) } { $all-units }
# $name, $rank, $is-first, $of, $score
chart-stands =
    { $name } đứng thứ { $is-first ->
        [true] nhất
       *[false] { $rank }
    } trong { NUMBER($of) } { $all-units } với giá trị { $score }
# $name, $rank, $of, $score
chart-stays = { $name } vẫn ở hạng { $rank } trong { NUMBER($of) } { $all-units } với giá trị { $score }
# $name, $rank, $of, $was, $score
chart-stays-otherwise = { $name } vẫn ở hạng { $rank } trong { NUMBER($of) } { $all-units }; giá trị từ { $was } thành { $score }
chart-profile-too-few = Chưa đủ số liệu để so { $name } với trung vị
# $name, $furthest, $is-edited
chart-profile-one-above = { $name } cao hơn trung vị ở { $furthest }
# $name, $furthest, $is-edited
chart-profile-one-below = { $name } thấp hơn trung vị ở { $furthest }
# $name, $of, $is-edited
chart-profile-equal = { $name } bằng trung vị ở cả { NUMBER($of) } chỉ số chính
# $name, $of, $is-edited
chart-profile-none = { $name } không cao hơn trung vị ở chỉ số nào trong { NUMBER($of) } chỉ số chính
# $name, $of, $is-edited
chart-profile-all = { $name } cao hơn trung vị ở cả { NUMBER($of) } chỉ số chính
# $name, $above, $of, $is-edited
chart-profile-some = { $name } cao hơn trung vị ở { NUMBER($above) } trong { NUMBER($of) } chỉ số chính
# $head, $best
chart-profile-best = { $head }, hơn nhiều nhất ở { $best }
# $head, $worst
chart-profile-worst = { $head }, kém nhiều nhất ở { $worst }
# $head, $best, $worst
chart-profile-both = { $head }: hơn nhiều nhất ở { $best }, kém nhiều nhất ở { $worst }
chart-under = chưa đến { $least }
chart-points-kept = Điểm của { $name } không đổi
# $name, $points, $is-edited
chart-gained = { $name } được thêm { $points } điểm
# $name, $points, $is-edited
chart-lost = { $name } mất { $points } điểm
chart-owed-to-none = { $head }, không gắn với chỉ số cụ thể nào
# $head, $step
chart-all-gained = { $head }, tất cả nhờ { $step }
# $head, $step
chart-all-lost = { $head }, tất cả ở { $step }
# $head, $step
chart-most-gained = { $head }, nhiều nhất nhờ { $step }
# $head, $step
chart-most-lost = { $head }, nhiều nhất ở { $step }
# $head, $gained, $lost
chart-gained-and-lost = { $head }: tăng nhiều nhất nhờ { $gained }, mất nhiều nhất ở { $lost }
# $name, $is-edited
chart-no-change =
    { $is-edited ->
        [true] Kịch bản không làm đổi điểm của { $name }
       *[false] Chưa có giả định nào nên điểm của { $name } chưa đổi
    }
# $name, $is-edited
chart-full-marks = { $name } đạt điểm tối đa
# $name, $points, $is-edited
chart-shortfall = { $name } còn thiếu { $points } điểm so với điểm tối đa
chart-no-indicator = phần không gắn với chỉ số nào

## Tiêu đề về thứ hạng

# $name, $rank, $is-edited
chart-stays-at = { $name } vẫn ở hạng { $rank }
# $name, $before, $after, $is-edited
chart-only-own-rose = Chỉ { $name } đổi hạng, từ { $before } lên { $after }
# $name, $before, $after, $is-edited
chart-only-own-fell = Chỉ { $name } đổi hạng, từ { $before } xuống { $after }
# $name, $rank, $is-edited
chart-nobody-moved =
    { $is-edited ->
        [true] Không { $all-units } nào đổi hạng; { $name } vẫn ở hạng { $rank }
       *[false] Chưa có giả định nào nên thứ hạng chưa đổi; { $name } ở hạng { $rank }
    }
# $count, $is-one-place
chart-others-rise =
    { NUMBER($count) } { $all-units } khác lên { $is-one-place ->
        [true] 1 bậc
       *[false] hạng
    }
# $count, $is-one-place
chart-others-fall =
    { NUMBER($count) } { $all-units } khác xuống { $is-one-place ->
        [true] 1 bậc
       *[false] hạng
    }
# $up, $down, $is-one-place
chart-others-move =
    { NUMBER($up) } { $all-units } khác lên { $is-one-place ->
        [true] 1 bậc
       *[false] hạng
    }, { NUMBER($down) } xuống { $is-one-place ->
        [true] 1 bậc
       *[false] hạng
    }
# $moves, $name, $before, $after, $is-up
chart-others-furthest =
    { $moves }, nhiều nhất là { $name } (từ { $before } { $is-up ->
        [true] lên
       *[false] xuống
    } { $after })
chart-history-none = Chưa kỳ đánh giá nào có số liệu thứ hạng của { $name }
chart-without-scenario = Chưa kể kịch bản, { $told }
# $told, $count
chart-history-gaps = { $told }; { NUMBER($count) } kỳ chưa có thứ hạng
# $name, $edition, $rank
chart-history-one = { $name } xếp hạng { $rank } ở kỳ { $edition }
# $name, $edition, $rank
chart-history-only = { $name } mới có số liệu thứ hạng của kỳ { $edition }: hạng { $rank }
# $name, $start, $from, $end, $to
chart-history-merged = { $name } xếp hạng { $from } ở kỳ { $start } và, sau đợt sáp nhập, hạng { $to } ở kỳ { $end }
# $told, $rank, $edition
chart-history-best-before = { $told }; trước đó cao nhất là hạng { $rank } ở kỳ { $edition }
# $name, $rank, $start, $end
chart-history-same = { $name } xếp hạng { $rank } ở cả kỳ { $start } và kỳ { $end }
# $name, $start, $from, $end, $to
chart-history-best-first = { $name } xếp hạng cao nhất ở kỳ { $start } (hạng { $from }), đến kỳ { $end } là hạng { $to }
# $name, $start, $from, $end, $to
chart-history-best-last = { $name } xếp hạng { $from } ở kỳ { $start } và hạng { $to } ở kỳ { $end }, cũng là hạng cao nhất
# $name, $start, $from, $end, $to
chart-history-ends = { $name } xếp hạng { $from } ở kỳ { $start } và hạng { $to } ở kỳ { $end }
# $told, $rank, $edition
chart-history-best = { $told }; cao nhất là hạng { $rank } ở kỳ { $edition }
chart-pillars-none = Kỳ này chưa có số liệu trụ cột của { $name }
chart-pillars-alone = Chỉ có { $name } được xếp hạng theo trụ cột
# $name, $pillar, $rank, $of, $is-edited
chart-pillars-one = { $name } xếp hạng { $rank }/{ NUMBER($of) } ở trụ cột { $pillar }
# $name, $rank, $of, $count, $is-edited
chart-pillars-same = { $name } cùng xếp hạng { $rank }/{ NUMBER($of) } ở cả { NUMBER($count) } trụ cột
# $name, $pillar, $rank, $of, $is-edited
chart-pillars-highest = { $name } xếp hạng cao nhất ở trụ cột { $pillar } ({ $rank }/{ NUMBER($of) })
# $told, $pillar, $rank, $of
chart-pillars-lowest = { $told }, thấp nhất ở trụ cột { $pillar } ({ $rank }/{ NUMBER($of) })
chart-map-none = Kỳ này chưa có số liệu để lên bản đồ
chart-map-only = Chỉ { $name } có số liệu
# $high, $low, $is-edited
chart-map-scores = { $high } có giá trị cao nhất, { $low } thấp nhất
# $high, $low, $is-edited
chart-map-ranks = { $high } đứng đầu bảng xếp hạng, { $low } đứng cuối
chart-map-unmoved =
    { $is-edited ->
        [true] Không { $all-units } nào đổi hạng
       *[false] Chưa có giả định nào nên chưa { $all-units } nào đổi hạng
    }
chart-map-one-moved = 1 { $all-units } đổi hạng
# $count, $high, $low
chart-map-moved = { NUMBER($count) } { $all-units } đổi hạng; lợi nhất là { $high }, thiệt nhất là { $low }
# $name, $rank, $low, $is-edited
chart-band-one = { $name } hạng { $rank }; ít nhất 90% số lần thử cho hạng { $low }
# $name, $rank, $low, $high, $is-edited
chart-band = { $name } hạng { $rank }; ít nhất 90% số lần thử cho hạng từ { $low } đến { $high }
# $name, $from, $to, $present
chart-curve = Chỉ riêng thay đổi này đưa { $name } từ hạng { $from } đến hạng { $to }; hiện ở hạng { $present }
# $name, $rank
chart-curve-flat = Chỉ riêng thay đổi này không làm { $name } rời hạng { $rank }

## Tóm tắt dưới tiêu đề

# $name, $score
chart-leads = dẫn đầu là { $name } ({ $score })
# $name, $score
chart-is-last = cuối bảng là { $name } ({ $score })
# $first, $last
chart-ends = { $first }, { $last }
chart-median-is = trung vị là { $score }
chart-alone = Không có { $all-units } nào khác để so sánh.
chart-all-equal = Tất cả { $all-units } đều có giá trị { $score }.
# $name, $above, $below
chart-between = Ngay trên { $name } là { $above }, ngay dưới là { $below }.
# $name, $above
chart-just-above = Ngay trên { $name } là { $above }.
# $name, $below
chart-just-below = Ngay dưới { $name } là { $below }.
# $name, $before, $after, $is-down
chart-shift =
    { $name } từ { $before } { $is-down ->
        [true] xuống
       *[false] lên
    } { $after }
chart-other-shifts = đổi { NUMBER($count) } chỉ số khác
chart-shifts = Kịch bản đưa { $changes }.
# $score, $pillar
chart-pillar-score = { $score } ở { $pillar }
# $name, $scores, $is-edited
chart-pillar-scores =
    { $name } { $is-edited ->
        [true] vẫn đạt
       *[false] đạt
    } { $scores }.
chart-rest = Trong đó { $points } điểm không gắn với chỉ số nào.
chart-estimated = Có { NUMBER($count) } giá trị là ước tính, ghi dấu ≈.
chart-missing = Còn thiếu { NUMBER($count) } giá trị.
# $estimated, $missing
chart-estimated-and-missing = Có { NUMBER($estimated) } giá trị là ước tính, ghi dấu ≈, và còn thiếu { NUMBER($missing) } giá trị.
# $name, $rank, $share
chart-share = { $name } ở hạng { $rank } trong { $share } số lần thử.
# $name, $rank, $share, $likeliest, $most
chart-share-and-likeliest = { $name } ở hạng { $rank } trong { $share } số lần thử; hay gặp nhất là hạng { $likeliest } ({ $most }).

## Chú giải

chart-before = Trước kịch bản
chart-others = Các { $all-units } khác
chart-median = Trung vị
chart-best = Cao nhất
chart-gain = Điểm tăng
chart-loss = Điểm mất
chart-other-units = Số { $all-units } khác, không so được với các kỳ kia
chart-rose-less = Tăng ít hơn
chart-kept = Giữ hạng
chart-fell-less = Giảm ít hơn
chart-not-on-file = Chưa có số liệu
chart-band-mark = Khoảng hạng của ít nhất 90% lần thử
chart-own-rank = Hạng hiện tại
chart-overtakes = Vượt một { $all-units } khác
# $low, $high
chart-scores-class = { $low } đến { $high }
chart-rank-class = Hạng { $rank }
# $from, $to
chart-ranks-class = Hạng { $from } đến { $to }
chart-shares-under = Dưới { $to }% số lần thử
# $from, $to
chart-shares-class = { $from } đến { $to }%
chart-rose-far = Tăng từ { NUMBER($count) } bậc trở lên
chart-fell-far = Giảm từ { NUMBER($count) } bậc trở lên

## Đầu cột của bảng

chart-column-step = Chỉ số
chart-column-pillar = Trụ cột
chart-column-edition = Kỳ đánh giá
chart-column-rank-before = Hạng gốc
chart-column-rank =
    { $is-edited ->
        [true] Hạng theo kịch bản
       *[false] Hạng
    }
chart-column-move = Đổi hạng
chart-column-score-before = Giá trị gốc
chart-column-score =
    { $is-edited ->
        [true] Giá trị theo kịch bản
       *[false] Giá trị
    }
chart-column-change = Mức thay đổi
chart-column-points = Điểm tăng, giảm
chart-column-running = Điểm cộng dồn
chart-column-units = Số { $all-units }
chart-column-share = Tỷ lệ lần thử ở hạng này
chart-column-band-low = Khoảng hạng từ
chart-column-band-high = Khoảng hạng đến
chart-column-value-from = Từ mức

## Các bước của phần phân tích điểm

chart-step-before = Trước
chart-step-full-marks = Điểm tối đa
chart-step-rest = Làm tròn, khác
chart-step-after = Sau
chart-step-achieved = Đạt được

## Tên trong hình

chart-hoang-sa = Hoàng Sa
chart-truong-sa = Trường Sa
chart-axis-edition = Kỳ đánh giá, giá trị của kỳ
chart-label-loaded = { $label } (bạn nạp)

## Số liệu tải về: mọi đơn vị, và phiếu điểm đang mở

files-lead = Tải số liệu (CSV):
files-results = cả bảng
files-scorecard = phiếu điểm
files-comma = dấu phẩy thập phân
files-point = dấu chấm thập phân
results-rank-before =
    { $figures ->
        [published] Hạng công bố
       *[own] Hạng gốc
    }
results-score-before =
    { $figures ->
        [published] { $Score-name } công bố
       *[own] Giá trị gốc
    }
results-code = Mã { $unit }
results-given-rank = Hạng công bố, theo tệp
results-given-score = Giá trị công bố, theo tệp
# $name
results-origin = { $name }: nguồn gốc
results-remark = Ghi chú
results-indicator = Chỉ số chính
results-id = Mã chỉ số
results-points = Điểm
results-gap = Còn thiếu, điểm
results-present = Giá trị trước giả định
results-rank-here = Hạng ở chỉ số này

## Bản đồ

map-shows = Bản đồ cho thấy
map-change = Thay đổi thứ hạng
