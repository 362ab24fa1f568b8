## Mang bảng vào

import-heading = Nhập một bảng
import-hint =
    Danh sách chỉ số thành phần, phiếu điểm của một { $unit }, hoặc { $figures ->
        [own] bảng kết quả
       *[published] bảng kết quả các { $units } như Bộ công bố
    }. Bạn xem trước và sửa được trước khi nhập; bảng không rời khỏi máy của bạn.
import-file = Chọn hoặc thả tệp CSV hay XLSX
import-paste = Hoặc dán bảng sao chép từ trang web hay bảng tính
import-paste-example =
    { $ranked ->
        [provinces] Hạng{ "\u0009" }Tỉnh{ "\u0009" }DTI
       *[other] Hạng{ "\u0009" }{ $Unit }{ "\u0009" }{ $Score-name }
    }
import-paste-read = Đọc bảng đã dán
import-pasted = Bảng đã dán
import-joined = (các trang tính cùng kiểu, gộp lại)

## Bảng là gì, đọc thế nào

import-sheet = Trang tính
import-kind = Đây là
import-kind-components = Danh sách chỉ số thành phần
import-kind-scorecard = Phiếu điểm của một { $unit }
import-kind-list-and-card = Danh sách chỉ số và phiếu điểm của một { $unit }
import-kind-results = Bảng kết quả các { $units }
import-edition = Nhập vào kỳ
import-unit = Của { $all-units }
import-mark = Dấu thập phân
import-mark-comma = phẩy: 0,5
import-mark-point = chấm: 0.5
import-scale = Các giá trị là
import-scale-score = giá trị từ 0 đến 1
import-scale-percent = phần trăm
import-scale-points = điểm
# $rows, $columns
import-understood = Đọc được { NUMBER($rows) } hàng và { NUMBER($columns) } cột.
import-old-font =
    Bảng này viết bằng bảng mã { $font ->
        [tcvn3] TCVN3 (ABC)
       *[vni] VNI
    }, đã được chuyển sang Unicode để đọc. Hãy xem lại tên { $unit } và tên chỉ số; nếu sai, hãy chuyển mã bằng
    UniKey rồi nhập lại.

## Mỗi cột là gì

import-rows = Các hàng của bảng
import-row = Hàng
import-found = Nhận xét
# $from, $to, $all
import-rows-shown = Hàng { $from }–{ $to } trong { $all }
import-chosen = bạn chọn
column-ignored = Bỏ qua
column-number = Số thứ tự
column-id = Mã (id)
column-own-name = Tên
column-english-name = Tên tiếng Anh
column-rule = Quy tắc chấm
column-year = Năm
column-total = { $Score-name }

## Hỏi lại

import-which-units =
    { $ranked ->
        [provinces] Tỉnh, thành nào?
       *[other] { $Unit } nào?
    }
# $row, $written
import-which-unit = Hàng { $row }: “{ $written }” là
import-which-mains = Chỉ số chính nào?
import-which-main = Số { $number } là
import-choose = hãy chọn
import-leave = bỏ hàng này

## Chỗ cần sửa, chỗ nên biết

import-errors = Cần sửa ({ NUMBER($count) })
import-remarks = Lưu ý ({ NUMBER($count) })
import-more = và { NUMBER($count) } mục nữa
import-leave-row = Bỏ hàng này
import-take-back = Lấy lại các hàng đã bỏ
import-take-row-back = Lấy lại hàng này

## Điều gì sẽ đổi

# $all, $estimated, $replaced, $confirmed, $left
import-results-change =
    { NUMBER($all) } { $all-units }: { NUMBER($estimated) } số liệu từ ước tính thành số liệu bạn nhập,
    { NUMBER($replaced) } số liệu khác với số đã có và được thay, { NUMBER($confirmed) } số liệu trùng với số
    đã có; còn { NUMBER($left) } số liệu ước tính.
# $components, $mains
import-list =
    { NUMBER($components) } chỉ số thành phần và tiêu chí dưới { NUMBER($mains) } chỉ số chính.
# $count, $names
import-list-replaced =
    Danh sách này thay cho { NUMBER($count) } mục đã nhập trước của: { $names }.
# $count, $names
import-list-kept = { NUMBER($count) } mục đã nhập trước vẫn giữ, của: { $names }.
# $name, $count
import-card = { $name }: { NUMBER($count) } giá trị.
# $name, $count, $before
import-card-replaced = { $name }: { NUMBER($count) } giá trị, thay cho { NUMBER($before) } giá trị trước.
import-apply = Nhập vào trang
import-done = Đã nhập. { $change }
import-not-yet = Chưa nhập được: hãy sửa các lỗi ở dưới trước.
import-rather-into = Chuyển sang kỳ: { $edition }
import-cancel = Hủy

## Ở đâu trong tệp

table-row = Hàng { $row }
table-column = Cột { $column }
# $row, $column
table-cell = Hàng { $row }, cột { $column }

## Vì sao không phải là bảng

intake-empty = Không có gì trong bảng. Hãy chọn tệp có số liệu, hoặc dán lại bảng.
# $kilobytes, $most
intake-too-large =
    Tệp có { $kilobytes } KB; trang này đọc tệp văn bản đến { $most } KB. Hãy giữ lại riêng bảng cần nhập.
intake-not-utf8 =
    chữ ở đây không theo bảng mã UTF-8 (có thể là TCVN3, VNI hay Windows-1258). Hãy mở tệp bằng Excel và lưu lại
    dạng “CSV UTF-8”; nếu chữ vẫn sai, hãy chuyển mã sang Unicode bằng UniKey.
intake-nul =
    có ký tự NUL, nên đây không phải tệp văn bản. Hãy lưu bảng dạng “CSV UTF-8” rồi thử lại.
intake-too-many-rows = Bảng dài hơn { $most } hàng. Hãy giữ lại riêng các hàng cần nhập.
intake-too-many-columns = có hơn { $most } cột. Hãy giữ lại riêng các cột cần nhập.
intake-too-many-letters =
    ô này dài hơn { $most } ký tự; có thể một dấu ngoặc kép trước đó chưa đóng. Hãy sửa ô này.
intake-open-quote =
    dấu ngoặc kép mở ở đây nhưng không đóng. Hãy thêm dấu đóng, hoặc bỏ dấu mở.
intake-utf16 =
    Tệp này dùng bảng mã UTF-16. Trong Excel, hãy lưu lại dạng “CSV UTF-8” chứ không phải “Unicode Text”.
intake-workbook =
    Đây là bảng tính Excel (XLSX), nhưng không đọc được như vậy ở đây. Hãy lưu nó dạng “CSV UTF-8”, hoặc sao
    chép bảng và dán vào.
intake-open-document =
    Đây là bảng tính OpenDocument (.ods). Hãy mở nó và lưu dạng XLSX hoặc “CSV UTF-8”.
intake-old-workbook =
    Đây là bảng tính Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở nó bằng Excel và lưu dạng XLSX, không đặt mật
    khẩu.
intake-web-page =
    Đây là một trang web, dù tên tệp có thể là .xls. Hãy mở nó trong trình duyệt, sao chép bảng và dán vào đây.
intake-xml = Đây là tệp XML. Hãy mở nó bằng Excel và lưu dạng XLSX hoặc “CSV UTF-8”.
intake-json =
    Đây là tệp JSON nhưng không phải tệp dự án hay bộ chỉ số của trang này. Hãy chọn bảng CSV hoặc XLSX.
intake-pdf =
    Đây là tệp PDF. Hãy mở nó, sao chép bảng và dán vào đây, hoặc xin bảng ở dạng XLSX.
intake-picture =
    Đây là một bức ảnh, dù tên tệp có thể là .csv. Hãy chọn bảng CSV hoặc XLSX.
intake-rich-text = Đây là văn bản RTF. Hãy mở nó, sao chép bảng và dán vào đây.
intake-packed = Đây là tệp nén. Hãy giải nén rồi chọn bảng CSV hoặc XLSX bên trong.
