## Tỉnh tương đồng

peers-target = Mục tiêu
# $rank
peers-target-rank = Hạng { $rank } trở lên
# $name, $rank, $count, $target, $nearest
peers-found =
    { $name } (hạng { $rank }): đã có { NUMBER($count) } lần một { $unit } đi từ hạng { $rank } hoặc thấp hơn lên hạng
    { $target } trở lên; gần nhất là { $nearest }.
# $name, $rank, $target
peers-none =
    { $name } (hạng { $rank }): chưa { $unit } nào đi từ hạng { $rank } hoặc thấp hơn lên hạng { $target } trở lên giữa
    hai kỳ liền nhau.
# $name, $rank, $target
peers-reached = { $name } ở hạng { $rank }, đã đạt mục tiêu hạng { $target }.
# $name, $from, $before, $to, $after
peers-way = { $name }, từ hạng { $before } ({ $from }) lên hạng { $after } ({ $to })
# $name, $peers
peers-like = Giống { $name } nhất về cơ cấu điểm: { $peers }.
# $year, $peers
peers-of-size = Gần nhất về dân số ({ $year }): { $peers }.
# $axes
peers-axes = So trên { $axes }.
peers-others = tổng các chỉ số còn lại
peers-published =
    { $figures ->
        [published] Theo số liệu đã công bố; giả định đang đặt không tính ở đây.
       *[mixed] Theo số liệu gốc; giả định đang đặt không tính ở đây.
    }
peers-paths = Những { $unit } đã đạt mục tiêu, và nhờ đâu
peers-other-framework = Theo bộ chỉ số khác: chỉ thứ hạng so được.
# $steps
peers-thanks-to = Nhờ { $steps }.
peers-thanks-to-nothing = Không chỉ số nào công bố riêng tăng điểm.
# $points
peers-rest = các chỉ số không công bố riêng ({ $points })
# $steps
peers-but = Giảm ở { $steps }: phần giảm không đi theo.
# $name, $rank, $score
peers-follow-gives = Nếu { $name } tăng như vậy, các { $unit } khác đứng yên: hạng { $rank }, giá trị { $score }.
peers-follow = Đi theo con đường này
# $name
peers-follow-named = Đi theo con đường này: { $name }
peers-by-profile = Giống nhất về cơ cấu điểm
# $year
peers-by-size = Gần nhất về dân số, năm { $year }
peers-distance = Khác biệt
peers-population = Dân số, nghìn người
