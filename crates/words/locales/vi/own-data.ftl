## Bảng và tệp lấy ra

export-tables-heading = Bảng cho trang tính
export-tables-hint = CSV mở đúng chữ Việt trong Excel. Phiếu điểm chi tiết nhập lại được, không mất gì.
export-handed = Không thấy tệp tải xuống? Hãy sao chép từ đây.
export-books = Excel (XLSX), tự tính lại bằng công thức
export-parts = JSON, mở lại được ở đây
export-results = Bảng xếp hạng
export-mains = Phiếu điểm chỉ số chính
export-comma = CSV, dấu phẩy thập phân
export-point = CSV, dấu chấm thập phân

## Tệp dự án

project-heading = Tệp dự án
project-hint =
    Mọi thứ bạn đã nhập và các kịch bản đã lưu, trong một tệp. Tệp chỉ nằm trên máy của bạn.
project-save = Lưu tệp dự án (JSON)
project-open = Mở tệp dự án (JSON)
project-code =
    Mã số liệu của kỳ đang xem: { $code }. Đường dẫn chỉ mang mã này, không mang số liệu; người nhận cần
    cả tệp dự án.
opened-project = Đã mở tệp dự án.
opened-card = Đã mở phiếu điểm chi tiết.
opened-results = Đã mở bảng xếp hạng.

## Bộ chỉ số riêng

index-heading = Bộ chỉ số riêng
index-hint =
    Mở một tệp mô tả bộ chỉ số và số liệu của bạn (JSON, theo docs/own-index.md). Cả trang sẽ tính trên bộ
    chỉ số đó: kịch bản, kế hoạch, độ chắc chắn, biểu đồ.
index-file = Chọn tệp bộ chỉ số (JSON)
index-show = Xem
index-close = Bỏ ra
index-unranked =
    Không có số liệu nào, nên không có điểm và không được xếp hạng: { $names }.
examples-heading = Ví dụ
examples-hint = Số liệu hư cấu, để xem công cụ làm được gì.
example-open = Mở ví dụ

## Bắt đầu một phiếu trống

begin-heading = Bắt đầu phiếu điểm của đơn vị bạn
begin-hint =
    Tỉnh, sở, phường hay xã: đặt tên, chọn bộ chỉ số, rồi nhập dần số liệu. Phiếu bắt đầu trống, không có
    số liệu công bố nào, và chỉ nằm trên máy này. Bộ chỉ số cấp xã là bản sao, chưa đối chiếu với quyết
    định.
begin-set = Bộ chỉ số
begin-name = Tên đơn vị
begin-start = Bắt đầu
begin-provinces = Cấp tỉnh, Quyết định 922 (98 chỉ số thành phần)
begin-name-missing = Hãy nhập tên đơn vị, chẳng hạn “Phường Bến Thành”.

## Dữ liệu được giữ trên máy

version-take-theirs = Dùng bản của trang kia
version-keep-this = Giữ bản ở đây
version-took-theirs = Đã dùng bản của trang kia. “Hoàn tác” lấy lại bản ở đây.
version-kept-this = Đã giữ bản ở đây. “Hoàn tác” lấy lại bản của trang kia.
version-merged = Một trang khác đang mở vừa đổi dữ liệu của bạn; trang này đã gộp các thay đổi đó.
delete-heading = Xóa dữ liệu trên máy này
delete-hint =
    Trang này tự lưu những gì bạn nhập trong trình duyệt này. Xóa là xóa hẳn; hãy lưu tệp dự án trước nếu
    còn cần.
delete-hint-unkept =
    Xóa là xóa hẳn, cả những gì đã lưu trên máy này; hãy lưu tệp dự án trước nếu còn cần.
shared-switch = Máy dùng chung: không lưu gì trên máy này
shared-hint =
    Khi bật, những gì bạn nhập chỉ nằm trong trang đang mở và mất khi đóng hoặc tải lại trang; những gì đã lưu
    trước đó được xóa khỏi máy này. Hãy lưu tệp dự án để mang theo.
delete-all = Xóa tất cả
delete-sure = Xóa hẳn, không lấy lại được
delete-not = Giữ lại
delete-done = Đã xóa mọi dữ liệu của bạn trên máy này.
slots-gone =
    Các ô đánh số của bản cũ đã được thay bằng 98 chỉ số thành phần với tên, điểm tối đa và cách chấm của phiếu
    năm 2022.{ $values ->
        [0] { "" }
       *[other]
            { " " }{ NUMBER($values) } giá trị từng nhập vào các ô đó không biết thuộc chỉ số nào nên được bỏ
            ra; hãy nhập lại vào đúng chỉ số.
    }
assessed-too-much =
    Quá nhiều phiếu điểm chi tiết cùng lúc. Hãy lưu tệp dự án rồi xóa bớt vài phiếu.

## Tệp không mở được, không đọc được

# $file, $place, $problem
file-fault = Không mở được “{ $file }”. Tại { $place }: { $problem }.
# $name, $megabytes, $most
file-too-large =
    Tệp “{ $name }” có { $megabytes } MB; trang này đọc tệp đến { $most } MB. Hãy giữ lại riêng bảng cần
    nhập rồi thử lại.
file-unread = Trình duyệt không đọc được tệp “{ $name }”. Hãy chọn lại tệp.
file-unsaved =
    Trình duyệt không cho tải “{ $name }” ở đây. Hãy mở trang trong cửa sổ riêng rồi thử lại.
pasted-table = bảng đã dán
reading-now = Đang đọc { $what }…
index-opening = Đang mở bộ chỉ số “{ $title }”…
reading-too-slow =
    Đọc { $what } quá 5 giây nên đã dừng; dữ liệu của bạn vẫn như trước. Hãy giữ lại riêng phần cần nhập rồi
    thử lại.
reading-broke-off =
    Đọc { $what } thì bị ngắt giữa chừng; dữ liệu của bạn vẫn như trước. Hãy giữ lại riêng phần cần nhập rồi
    thử lại.
# $what, $kilobytes, $most
reading-too-large =
    Ở đây không đọc tách riêng được nên trang chỉ nhận đến { $most } KB, mà { $what } có { $kilobytes } KB.
    Hãy mở trang trong cửa sổ riêng, hoặc giữ lại riêng phần cần nhập.
