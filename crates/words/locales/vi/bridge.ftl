## Giữa hai bộ chỉ số

bridge-from = Từ
bridge-to = Đến
# $name, $years, $score, $ranks, $weights, $values
bridge-finding =
    { $name }, { $years }: giá trị { $score }, hạng { $ranks }. Trọng số mới làm đổi { $weights }; giá trị các chỉ
    số làm đổi { $values }.
# $low, $high
bridge-between = từ { $low } đến { $high }
# $before, $from, $after, $to
bridge-comparable =
    So được từng chỉ số trên { $before } điểm tối đa của kỳ { $from } và { $after } của kỳ { $to }: những chỉ số công
    bố riêng ở cả hai kỳ.
# $names
bridge-hidden =
    { $names } không công bố riêng ở cả hai kỳ, chỉ biết tổng, nên chỉ nói được khoảng.
bridge-measured =
    Trọng số đổi là do cách tính. Giá trị chỉ số đổi là do chuyển động của { $unit } và do bộ chỉ số mới đo khác đi: số
    liệu công bố không tách được hai phần này. Cột cuối là mức đổi ở giữa của mọi { $unit }, tức phần chung.
bridge-same-framework = Hai kỳ theo cùng một bộ chỉ số: giá trị đổi là chuyển động.
bridge-table = Phần do cách tính và phần do chuyển động
# $edition
bridge-share = Tỷ trọng { $edition }
# $edition
bridge-score = Giá trị { $edition }
bridge-weights = Do trọng số
bridge-values = Do giá trị
bridge-typical = Do giá trị, mức giữa mọi { $unit }
# $reason
bridge-components = Chỉ so được đến chỉ số chính. { $reason }
# $name
bridge-refused = { $name }: chưa thể so hai kỳ này.
bridge-estimated = Số bậc dựa một phần trên giá trị ước tính.
bridge-places = Số bậc do mỗi phần (trung bình theo mọi thứ tự)
