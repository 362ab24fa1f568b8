## Các phân tích: những gì nhiều bảng cùng nói

# $points
counted-points = { $points } điểm
# $names, $last
names-and-last = { $names } và { $last }
rivals-move-trend =
    Theo kịch bản, các { $unit } khác không có giả định riêng cũng tăng giảm như năm trước; các con số ở
    đây đã tính điều đó.
# $points, $is-loss
rivals-move-by =
    Theo kịch bản, các { $unit } khác không có giả định riêng cũng { $is-loss ->
        [true] bớt
       *[false] thêm
    } { $points }; các con số ở đây đã tính điều đó.
not-on-file = chưa có
scenario-on-screen = Kịch bản đang xem
in-scenario = theo kịch bản
column-edition = Kỳ
column-unit = { $Unit }
column-points = Điểm
column-main-indicator = Chỉ số chính
row-total = Tổng cộng
