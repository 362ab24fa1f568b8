## Điều gì làm hạng không chắc

doubt-none = Điều gì làm hạng của { $name } không chắc?
# $name, $source, $first, $total, $count
doubt-finding =
    Hạng của { $name } không chắc chủ yếu do { $source }: riêng nguồn này giải thích { $first } dao động của hạng, tính cả
    khi cùng đổi với nguồn khác là { $total } (khoảng tin cậy 95%, N = { NUMBER($count) }).
# $name, $rank, $count
doubt-still = Hạng của { $name } không đổi trong mọi lần thử: luôn là hạng { $rank } (N = { NUMBER($count) }).
# $mean, $deviation, $score
doubt-size =
    Qua các lần thử, hạng trung bình là { $mean }, độ lệch chuẩn { $deviation } bậc; độ lệch chuẩn của
    { $score-name } là { $score }.
# $value, $low, $high
doubt-share = { $value }% ({ $low } đến { $high }%)
doubt-weights = trọng số (điểm tối đa của các chỉ số)
doubt-estimates = các giá trị ước tính
doubt-rounding = phần bị làm tròn
doubt-rivals = thay đổi của các { $unit } khác
doubt-caption = Dao động đến từ đâu (khoảng tin cậy 95%, N = { NUMBER($count) })
doubt-source = Nguồn
doubt-rank-first = Hạng: riêng nguồn này
doubt-rank-total = Hạng: có phần
doubt-score-first = Giá trị: riêng nguồn này
doubt-score-total = Giá trị: có phần
doubt-hint =
    “Riêng nguồn này”: biết chắc nguồn này thì dao động bớt đi chừng ấy. “Có phần”: tính cả khi cùng đổi với các
    nguồn khác, nên cộng lại có thể hơn 100%.
doubt-rows = Số hàng lần thử
doubt-progress = Đang tính: { $done }%
# $count, $draws
doubt-scheme =
    N là số hàng của cách lấy mẫu Saltelli: mỗi hàng tính lại cả bảng { NUMBER($draws) } lần, tất cả
    { NUMBER($count) } hàng. Khoảng tin cậy lấy từ 500 lần chọn lại các hàng đó.
