## Độ chắc chắn

# $name
stability-none = Hạng của { $name } chắc tới đâu?
stability-first = đứng đầu
# $top
stability-top = vào tốp { $top }
# $name, $rank, $low, $top, $chance
stability-sure =
    { $name }: hạng { $rank }; ít nhất 90% số lần thử cho hạng { $low }. Xác suất { $top }: { $chance }.
# $name, $rank, $low, $high, $top, $chance
stability-band =
    { $name }: hạng { $rank }; 90% số lần thử cho hạng từ { $low } đến { $high }. Xác suất { $top }: { $chance }.
# $name, $names
stability-tied = Dao động như vậy thì chưa thể nói chắc { $name } hơn hay kém: { $names }.
varied-none = Không có gì thay đổi giữa các lần thử.
# $what
varied = Mỗi lần thử đổi ngẫu nhiên { $what }.
# $spread
varied-weights = điểm tối đa của từng chỉ số (±{ $spread })
varied-rounding = phần bị làm tròn (±0,00005)
# $error
varied-estimates = các giá trị ước tính ({ $error })
# $deviation, $is-trend
varied-rivals =
    giá trị của các { $unit } khác ({ $is-trend ->
        [true] tăng giảm như năm trước
       *[false] theo kịch bản
    }, độ lệch { $deviation })
stability-spread = Điểm tối đa dao động
stability-spread-none = không
# $spread
stability-spread-by = ±{ $spread }%
stability-draws = Số lần thử
stability-rounding = Sai số làm tròn
stability-estimates = Sai số ước tính
stability-rivals = Các { $unit } khác tăng giảm như năm trước, có dao động
# $spread
stability-weights = Điểm tối đa của từng chỉ số dao động ±{ $spread }%
stability-seed = Số khởi đầu
stability-seed-fault = Hãy nhập số nguyên từ 0 đến 9.007.199.254.740.991.
# $seed
stability-repeatable = Các lần thử có số khởi đầu { $seed }; cùng số khởi đầu thì cùng kết quả.
# $done, $all, $is-stopped
stability-progress =
    { $is-stopped ->
        [true] Đã dừng: { NUMBER($done) }/{ NUMBER($all) } lần thử.
       *[false] { NUMBER($done) }/{ NUMBER($all) } lần thử.
    }
stability-stop = Dừng
stability-go-on = Chạy tiếp
stability-legend =
    Ô càng đậm, càng nhiều lần thử cho hạng đó; gạch dưới là dải 5–95%.
stability-estimated =
    Kịch bản đổi một chỉ số chỉ có giá trị ước tính, nên kết quả cũng là ước tính.
stability-all = Dải hạng và xác suất vào tốp
stability-all-units =
    { $ranked ->
        [provinces] Cả { NUMBER($count) } tỉnh, thành
       *[other] Cả { NUMBER($count) } { $unit }
    }
stability-rank = Hạng
stability-column-band = Dải hạng 5–95%
stability-most-often = Hay gặp nhất
# $top
stability-column-top = Vào tốp { $top }
stability-group = Nhóm chưa phân hơn kém
