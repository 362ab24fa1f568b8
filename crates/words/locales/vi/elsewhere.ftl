## Tính lại ở nơi khác: mã Python và R

elsewhere-python = Mã Python (pandas)
elsewhere-r = Mã R (COINr)
elsewhere-refused =
    Giá trị của bộ chỉ số này không phải trung bình của các chỉ số chính, nên chưa viết thành mã được.
# $edition, $count
elsewhere-about =
    { $edition }: { $score-name } và thứ hạng của { NUMBER($count) } { $all-units }, tính lại từ các chỉ số chính.
elsewhere-indicators = Chỉ số chính: mã, tên, điểm tối đa (trọng số).
elsewhere-units =
    Mỗi { $unit } một dòng: giá trị từng chỉ số chính; residual: phần mà tổng gốc hơn trung bình của các giá trị đã
    làm tròn; moved: phần được thêm hay bớt khi các { $unit } khác cùng thay đổi; origins: chỉ số nào không phải số
    công bố, và là số gì.
# $decimals
elsewhere-total =
    Tổng: trung bình của các chỉ số chính theo trọng số, cộng residual và moved, giữ trong khoảng 0 đến 1, làm
    tròn nửa lên { $decimals } chữ số thập phân. Mọi chỉ số bằng 1 thì tổng đúng bằng 1, bằng 0 thì đúng bằng 0.
elsewhere-total-unrounded =
    Tổng: trung bình của các chỉ số chính theo trọng số, cộng residual và moved, giữ trong khoảng 0 đến 1, không
    làm tròn.
elsewhere-rank = Thứ hạng: 1 cộng số { $unit } có tổng cao hơn; bằng nhau thì đồng hạng.
elsewhere-rank-dense = Thứ hạng: 1 cộng số mức tổng cao hơn; bằng nhau thì đồng hạng.
elsewhere-check = Cả tổng và hạng khớp với trang:
