## Vì sao tệp bảng tính không đọc được

# $sheet
book-sheet = Trang tính “{ $sheet }”
# $sheet, $cell
book-cell = Trang tính “{ $sheet }”, ô { $cell }
book-too-large =
    Tệp lớn hơn { NUMBER($megabytes) } MB. Hãy sao chép riêng trang tính cần dùng sang tệp mới.
book-no-bytes = Tệp trống, không có gì để đọc.
book-old-excel =
    Đây là tệp Excel cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx.
book-encrypted = Tệp có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi chọn lại tệp.
book-open-document =
    Đây là tệp OpenDocument (.ods). Hãy mở bằng LibreOffice và lưu lại thành .xlsx.
book-binary-excel = Đây là tệp Excel nhị phân (.xlsb). Hãy lưu lại thành .xlsx.
book-plain-text =
    Đây là tệp chữ, không phải .xlsx. Nếu là CSV, hãy đổi đuôi tệp thành .csv.
book-web-page =
    Đây là trang web, không phải .xlsx. Hãy sao chép bảng trên trang rồi dán vào ô nhập.
book-picture = Đây là tệp ảnh, không phải bảng tính. Hãy chọn tệp .xlsx hoặc .csv.
book-pdf = Đây là tệp PDF, không phải bảng tính. Hãy chọn tệp .xlsx hoặc .csv.
book-another-kind = Đây không phải tệp bảng tính .xlsx. Hãy chọn tệp .xlsx hoặc .csv.
book-damaged =
    Tệp bị hỏng hoặc được tạo khác thường. Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi chọn lại.
book-too-many-parts =
    Tệp gồm hơn { NUMBER($most) } phần. Hãy sao chép riêng trang tính cần dùng sang tệp mới.
book-unpacks-too-large =
    Tệp bung ra lớn quá mức cho phép ({ NUMBER($megabytes) } MB). Hãy sao chép riêng phần số liệu sang tệp mới.
book-too-many-sheets =
    Tệp có hơn { NUMBER($most) } trang tính. Hãy chỉ giữ lại trang cần dùng.
book-too-many-rows =
    có dữ liệu dưới dòng { NUMBER($last) }, dòng cuối được nhận. Hãy xóa phần thừa.
book-too-many-columns =
    có dữ liệu bên phải cột thứ { NUMBER($last) }, cột cuối được nhận. Hãy xóa phần thừa.
book-too-many-cells =
    tệp có hơn { NUMBER($most) } ô có dữ liệu. Hãy chỉ giữ lại bảng cần dùng.
book-too-much-text =
    tệp có hơn { NUMBER($megabytes) } MB chữ. Hãy chỉ giữ lại bảng cần dùng.
book-no-stored-value =
    công thức chưa có giá trị được lưu. Hãy mở tệp bằng Excel hoặc LibreOffice, đợi tính xong, rồi lưu lại.
book-empty = Tệp không có ô nào có dữ liệu.
book-only-hidden =
    Mọi dữ liệu trong tệp đều nằm ở trang tính, hàng hoặc cột đang ẩn. Hãy bỏ ẩn phần cần nhập, lưu lại rồi chọn
    lại tệp.
book-too-slow =
    Đọc tệp quá 5 giây nên đã dừng. Hãy sao chép riêng bảng cần dùng sang tệp mới.
book-no-worker =
    Trình duyệt không cho đọc .xlsx ở đây. Hãy lưu thành CSV, hoặc sao chép bảng rồi dán vào ô nhập.
book-not-loaded =
    Chưa tải được phần đọc .xlsx. Hãy kiểm tra mạng rồi thử lại; CSV và dán bảng vẫn dùng được.

## Điều được đọc khác với trong tệp

# $sheet, $what
book-remark = Trang tính “{ $sheet }”: { $what }.
book-hidden-sheet = đang ẩn nên không được đọc
book-lost-sheet = có trong danh mục nhưng không có trong tệp
# $count, $runs
book-hidden-rows = bỏ qua { NUMBER($count) } hàng đang ẩn ({ $runs })
# $count, $runs
book-hidden-columns = bỏ qua { NUMBER($count) } cột đang ẩn ({ $runs })
# $count, $cell
book-formula-cells =
    { NUMBER($count) } ô có công thức; dùng giá trị đã lưu (ô đầu tiên: { $cell })
# $count, $cell
book-merged-cells =
    { NUMBER($count) } ô đã gộp; giá trị tính cho ô đầu của vùng gộp (ô đầu tiên: { $cell })
# $count, $cell
book-date-cells =
    { NUMBER($count) } ô là ngày tháng; đọc thành chữ (ô đầu tiên: { $cell })
# $count, $cell
book-truth-cells =
    { NUMBER($count) } ô là đúng/sai; đọc thành chữ TRUE hoặc FALSE (ô đầu tiên: { $cell })
# $count, $cell
book-mistake-cells =
    { NUMBER($count) } ô là lỗi công thức (như #REF!); đọc thành chữ (ô đầu tiên: { $cell })
# $count, $cell
book-lifted-cells =
    { NUMBER($count) } ô có chữ nâng lên hoặc hạ xuống (như số chú thích); phần đó được bỏ đi (ô đầu tiên: { $cell })
