## Báo cáo: một trang làm từ những gì đang xem

report = Báo cáo
report-hint =
    Một trang để in, gửi đi hoặc chép vào Word: kết quả, từng chỉ số qua các kỳ, vì sao đổi hạng, còn thiếu
    gì, kế hoạch, biểu đồ và nguồn.
report-make = Tạo báo cáo
report-close = Đóng báo cáo
report-print = In
report-copy = Sao chép
report-html = Lưu HTML
report-docx = Lưu DOCX
report-docx-waiting = Đang ghi tệp DOCX…
report-docx-failed = Không ghi được tệp DOCX. Hãy thử lại, hoặc lưu HTML: Word mở được tệp đó.
report-pictures = Biểu đồ trong báo cáo
report-profile = So với trung vị
report-history = Thứ hạng qua các kỳ
report-breakdown = Điểm tăng, giảm hoặc còn thiếu
report-strip = Mọi giá trị trên một trục
report-shift = Ai đổi hạng
report-pillars = Ba trụ cột
report-map = Bản đồ
# $name, $edition
report-title = Báo cáo: { $name }, { $edition }
report-made = Lập ngày { $day } bằng dti-whatif.
report-result = Kết quả
# $before, $now, $by
report-moved = { $before } → { $now } ({ $by })
report-missing = Còn thiếu nhiều nhất
# $max, $missing, $names
report-missing-told =
    So với tối đa { $max }, còn thiếu { $missing }. Thiếu nhiều nhất: { $names }.
# $name, $missing
report-missing-one = { $name } ({ $missing })
report-nothing-missing = Mọi chỉ số đã đạt điểm tối đa.
report-missing-table = Các chỉ số, thiếu nhiều đứng trước
report-plan-estimated = Kế hoạch bắt đầu từ giá trị ước tính, nên chỉ gần đúng.
report-sources = Nguồn và cách đọc
# $edition, $places
report-read-from = { $edition }: số liệu của { $unit } này đọc từ { $places }.
report-known = Số do người lập báo cáo cho biết, không phải số liệu công bố: { $known }.
report-estimates =
    { $figures ->
        [own]
            Dấu “≈” và chữ “Điền khuyết”: { $unit } không có số liệu ở đó, nên trung bình cộng hoặc trung vị của các
            { $unit } khác đứng thay.
        [published]
            Dấu “≈” và chữ “Ước tính”: chỉ số không có số liệu riêng, được điền sao cho tổng khớp với giá trị đã
            công bố.
       *[mixed]
            Dấu “≈” và chữ “Ước tính”: chỉ số không có số liệu riêng, được điền sao cho tổng khớp với giá trị gốc.
    }
report-estimates-off = Số ước tính thường lệch khoảng { $error }; đây không phải khoảng tin cậy.
