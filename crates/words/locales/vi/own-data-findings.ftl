## Lỗi của cả bảng và của từng ô

finding-no-headings =
    Không thấy hàng tiêu đề nào quen thuộc. Hãy chọn ý nghĩa của từng cột ở dưới.
finding-no-rows = Dưới hàng tiêu đề không có hàng số liệu nào.
finding-column-missing = Thiếu cột “{ $meaning }”. Nếu bảng có cột đó, hãy chọn nó ở dưới.
# $first, $meaning
finding-column-twice = cột { $first } cũng là “{ $meaning }”. Hãy giữ một cột và bỏ qua cột kia.
finding-row-too-long =
    hàng này nhiều ô hơn hàng tiêu đề; có thể dấu phẩy thập phân bị hiểu là dấu ngăn cột. Hãy đặt ô đó trong
    ngoặc kép.
finding-not-a-number = “{ $given }” không phải là số.
# $given, $mark
finding-wrong-mark =
    “{ $given }” không đọc được: cả bảng dùng { $mark ->
        [comma] dấu phẩy
       *[point] dấu chấm
    } thập phân.
finding-which-mark =
    “{ $given }” có thể đọc theo hai cách. Hãy chọn dấu thập phân của bảng ở dưới.
finding-which-scale = Không rõ các giá trị là phần trăm hay điểm. Hãy chọn ở dưới.
# $given, $high
finding-out-of-range = “{ $given }” nằm ngoài khoảng cho phép, từ 0 đến { $high }.
finding-negative = “{ $given }” là số âm; ở đây chỉ có số từ 0 trở lên.
finding-not-a-rank = “{ $given }” không phải thứ hạng; thứ hạng là số nguyên từ 1.
finding-too-many-decimals =
    “{ $given }” có quá nhiều chữ số thập phân; điểm có nhiều nhất hai.
finding-formula =
    “{ $given }” là công thức chứ không phải giá trị. Hãy dán bảng dưới dạng giá trị (Paste Values) rồi lưu lại.
finding-sheet-error =
    “{ $given }” là lỗi của bảng tính. Hãy sửa công thức ở ô này, hoặc để trống ô.
finding-date-instead =
    “{ $given }” là ngày tháng: bảng tính đã tự đổi giá trị của ô này (ví dụ 3/4) thành ngày. Hãy đặt định dạng ô
    là Văn bản (Text), gõ lại giá trị rồi lưu.
finding-rule-unknown =
    “{ $given }” không phải quy tắc chấm điểm quen thuộc, ví dụ “steps 1:0.25 4:1”.
# $given, $rule
finding-not-of-rule = “{ $given }” không hợp với quy tắc “{ $rule }” của chỉ số này.
finding-more = Còn { NUMBER($count) } lỗi nữa. Sau khi sửa các lỗi trên, chúng sẽ hiện ra.

## Lỗi về điều mà hàng nói tới

finding-unit-blank = hàng này có số liệu nhưng không có tên { $unit }.
# $given, $edition
finding-unit-unknown =
    “{ $given }” không phải { $all-units } nào của kỳ { $edition }. Hãy chọn ở dưới, hoặc bỏ hàng này.
finding-unit-unclear = “{ $given }” có thể là nhiều { $units }. Hãy chọn ở dưới.
# $name, $row
finding-unit-twice = { $name } đã có ở hàng { $row }. Hãy giữ lại một hàng.
# $given, $row
finding-indicator-twice = “{ $given }” đã có ở hàng { $row }. Hãy giữ lại một hàng.
finding-indicator-unknown =
    “{ $given }” không có trong bộ chỉ số. Hãy kiểm tra số và tên; nếu chưa, hãy nhập danh sách chỉ số trước.
finding-number-missing = hàng này có điểm tối đa nhưng không có số thứ tự.
finding-number-unclear =
    số “{ $given }” không nối tiếp các hàng trên, ví dụ 1.3.1 mà không có 1.3.
# $given, $name
finding-number-of-another =
    “{ $given }” là số của một chỉ số khác, không phải của “{ $name }”. Hãy sửa số hoặc tên.
finding-parent-missing =
    “{ $given }” không thuộc chỉ số chính nào. Hãy thêm hàng tên chỉ số chính, hoặc một cột chỉ số chính.
finding-which-main =
    số { $given } là hai chỉ số chính khác nhau theo thứ tự của quyết định và của phiếu chấm. Hãy chọn ở trên.
finding-name-missing = chỉ số này không có tên.
finding-max-points-missing = chỉ số này không có điểm tối đa.
# $name, $sum, $stated
finding-parts-do-not-add-up =
    Các phần của “{ $name }” cộng lại được { $sum } điểm, nhưng điểm tối đa của nó là { $stated }.

## Điều nên biết

# $stated, $sum, $difference
finding-total-differs =
    tổng trong bảng là { $stated }; cộng lại từ các chỉ số được { $sum }, lệch { $difference }.
# $stated, $low, $high
finding-total-out-of-reach =
    tổng trong bảng là { $stated }, nhưng với các chỉ số đã có, tổng chỉ có thể từ { $low } đến { $high }.
# $stated, $recomputed
finding-rank-differs =
    hạng trong bảng là { $stated }; xếp lại theo tổng được hạng { $recomputed }.
# $stated, $sum
finding-points-differ = bảng ghi { $stated } điểm; các phần cộng lại được { $sum }.
# $stated, $own
finding-max-points-differ = bảng ghi điểm tối đa { $stated }; trong bộ chỉ số là { $own }.
finding-rule-in-words = chưa hiểu cách chấm “{ $given }”; chỉ số này sẽ nhập thẳng điểm.
finding-row-left-out = bỏ qua hàng “{ $given }”.
# $given, $read
finding-zero-cut = số “{ $given }” đứng sau số liền trước { $read } nên được hiểu là { $read }.
finding-figures-behind-points =
    { NUMBER($count) } ô ghi điểm, trong khi quy tắc cần số liệu; số liệu ứng đúng với điểm đó được nhập thay.
finding-lettered-left-out =
    { NUMBER($count) } hàng đánh chữ (a, b, …) không có điểm tối đa riêng, nên bỏ qua.
finding-units-left-out =
    Bảng không có { NUMBER($count) } { $all-units } của kỳ này; số liệu của chúng giữ nguyên.
finding-mains-left-out = Danh sách không có chỉ số thành phần của: { $names }.
finding-mains-by-order =
    Không hàng nào nêu tên chỉ số chính, nên số đầu (1, 2, …) được hiểu theo thứ tự của bộ chỉ số và theo điểm tối
    đa, số lượng, tên của các thành phần. Hãy kiểm tra ở trên.
# $written, $year
finding-other-year = ở đây ghi năm { $written }, nhưng bảng sẽ nhập vào năm { $year }.
# $count, $year
finding-other-years-left-out = { NUMBER($count) } hàng ghi năm khác { $year } nên bỏ qua.
finding-estimates-left-out =
    { NUMBER($count) } ô ghi là ước tính nên không nhập; trang này ước tính lại.
finding-gaps = { NUMBER($count) } ô trống; chúng vẫn là chỗ chưa có số liệu.
