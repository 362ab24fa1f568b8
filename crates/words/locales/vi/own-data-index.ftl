## Tạo bộ chỉ số từ một bảng

form-open = Tạo từ một bảng
form-heading = Bộ chỉ số từ một bảng
form-hint =
    Bảng của bạn có một cột tên (xã, sở, trường, nước, ...) và các cột số, mỗi cột một chỉ số. Chọn tệp hoặc dán
    bảng, rồi chọn trọng số, chiều và thang điểm. Số liệu chỉ nằm trên máy này.
form-file = Chọn tệp bảng (XLSX, CSV)
form-paste = Hoặc dán bảng vào đây
form-paste-read = Đọc bảng
form-close = Đóng biểu mẫu
form-sheet = Trang tính
form-title = Tên bộ chỉ số
form-title-en = Tên tiếng Anh (không bắt buộc)
form-year = Năm của số liệu
form-unit-name = Mỗi hàng được gọi là gì, ví dụ “xã”
form-unit-name-en = Tên gọi đó trong tiếng Anh (không bắt buộc), ví dụ “commune”
form-units-name-en = Tên gọi số nhiều trong tiếng Anh, ví dụ “communes”
form-units = Cột tên
form-mean = Cách gộp các chỉ số
form-mean-name =
    { $mean ->
        [geometric] Trung bình nhân có trọng số
       *[arithmetic] Trung bình cộng có trọng số
    }
form-missing = Ô trống nghĩa là
form-missing-name =
    { $missing ->
        [zero] Điểm 0
        [rescale] Bỏ qua: các chỉ số khác nhận trọng số
        [mean] Điền khuyết: trung bình cộng của cột
        [median] Điền khuyết: trung vị của cột
        [region_mean] Điền khuyết: trung bình cộng của vùng hoặc nhóm
        [region_median] Điền khuyết: trung vị của vùng hoặc nhóm
       *[none] Không được có ô trống
    }
form-regions = Cột vùng hoặc nhóm
form-no-regions = Không có
form-treatment = Giá trị ngoại lai
form-treatment-name =
    { $treatment ->
        [coinr] Xử lý như COINr: Winsor hóa nhiều nhất 5 giá trị, không đủ thì lấy lôgarit
       *[none] Giữ nguyên
    }
form-columns = Các cột số
form-column = Cột
form-weight = Điểm tối đa
form-direction = Chiều
form-direction-name =
    { $direction ->
        [lower] Càng thấp càng tốt
       *[higher] Càng cao càng tốt
    }
form-low = Mốc thấp
form-high = Mốc cao
form-goalposts-hint =
    Mốc ban đầu là giá trị nhỏ nhất và lớn nhất trong bảng. Giá trị ngoài hai mốc được tính như ở mốc.
form-treated-hint =
    Khi xử lý giá trị ngoại lai, mốc là giá trị nhỏ nhất và lớn nhất sau khi xử lý; các mốc ghi dưới đây không dùng
    đến. Điền khuyết và xử lý ngoại lai được tính một lần từ bảng này.
# $label, $column
form-cell-label = { $label }, { $column }
form-create = Tạo bộ chỉ số
# $count, $indicators, $first
form-preview =
    { NUMBER($count) } đơn vị, { NUMBER($indicators) } chỉ số. Đứng đầu: { $first }.
# $rank, $name, $score
form-place = { $rank }. { $name } ({ $score })

## Chỗ cần sửa trong biểu mẫu

form-fault-empty = Hãy điền ô này.
form-fault-too-long = Chữ ở đây dài quá { NUMBER($most) } byte; hãy viết ngắn hơn.
form-fault-year = Năm là một số từ 1900 đến 2200.
form-fault-half-english = Hãy điền cả số ít và số nhiều trong tiếng Anh, hoặc bỏ trống cả hai.
form-fault-two-readings = Các số trong bảng có thể đọc theo hai cách. Hãy chọn dấu thập phân.
# $name, $row
form-fault-twice = “{ $name }” ở hàng { $row } đã có ở một hàng trên. Tên phải khác nhau.
form-fault-nameless = Hàng { $row } có số liệu nhưng không có tên ở cột tên.
form-fault-no-units = Cột này không có tên nào cạnh số liệu. Hãy chọn cột khác.
form-fault-no-indicators = Hãy chọn ít nhất một cột làm chỉ số.
# $given, $row
form-fault-cell = “{ $given }” ở hàng { $row } không phải là số. Hãy sửa ô đó trong bảng, hoặc bỏ chọn cột.
form-fault-percent =
    Hàng { $row } khác các hàng trên: trong một cột, hoặc mọi số có dấu %, hoặc không số nào có.
# $given, $mark
form-fault-number =
    “{ $given }” không phải là số viết với dấu { $mark ->
        [comma] phẩy
       *[point] chấm
    } thập phân như trong bảng.
form-fault-negative = Điểm tối đa không được âm.
form-fault-not-below = Mốc thấp phải nhỏ hơn mốc cao.
# $name, $row
form-fault-gap = { $name } (hàng { $row }) có ô trống. Hãy chọn ô trống nghĩa là gì.
form-fault-no-regions = Hãy chọn cột vùng hoặc nhóm để điền khuyết theo đó.
form-fault-no-weight = Ít nhất một chỉ số cần điểm tối đa trên 0.
form-fault-weights =
    Các điểm tối đa không quy được về số nguyên từ 0 đến 10.000 mà giữ đúng tỉ lệ. Hãy làm tròn chúng.
# $place, $problem
form-fault-document = Chưa tạo được: { $place }: { $problem }

## Bộ chỉ số đã mở

# $title, $year, $count, $indicators
index-opened =
    Đã mở bộ chỉ số “{ $title }” (năm { $year }): { NUMBER($count) } { $unit }, { NUMBER($indicators) } chỉ số. Đây
    là số liệu của bạn, không phải số liệu công bố.
index-replaced = Bản trước có cùng tên và năm đã được thay; “Hoàn tác” lấy lại bản đó.
index-no-table =
    Không thấy bảng có một hàng tiêu đề, một cột tên và ít nhất một cột số ngay bên dưới.

## Tệp mẫu iData và iMeta

template-hint =
    Bộ chỉ số nhiều cấp: điền hai trang tính iData và iMeta như của COINr, rồi chọn tệp đó ở phần nhập liệu.
template-get = Tải tệp mẫu (XLSX)
template-sheet = Hướng dẫn
template-heading = Cách điền iData và iMeta
template-fictitious = Số liệu trong hai trang kia là hư cấu. Hãy thay bằng số liệu của bạn, giữ hàng tiêu đề.
template-data =
    iData: mỗi hàng một đơn vị. uCode là mã (không trùng), uName là tên, Time là năm; mỗi cột còn lại là một mã
    trong iMeta.
template-meta =
    iMeta: mỗi hàng một chỉ số hoặc nhóm. iCode là mã, iName là tên, Parent là mã của nhóm ngay trên.
template-levels = Level: 1 là chỉ số có số liệu, 2 là nhóm của các chỉ số, cứ thế lên đến cả bộ chỉ số (không có Parent).
template-direction = Direction: 1 nếu càng cao càng tốt, -1 nếu càng thấp càng tốt. Nhóm luôn là 1.
template-weight = Weight: trọng số trong nhóm; chỉ tỉ lệ giữa các trọng số cạnh nhau là quan trọng.
template-types = Type: Indicator, Aggregate (nhóm), Denominator (mẫu số), Group (vùng) hoặc Other (bỏ qua).
template-denominator = Denominator: mã của cột mà giá trị được chia cho, ví dụ dân số; để trống nếu không chia.
template-gaps =
    Ô trống hoặc NA là thiếu số liệu: các chỉ số cạnh nó trong nhóm nhận trọng số của nó, trừ khi có thêm cột
    Impute ghi i_mean, i_median, i_mean_grp hoặc i_median_grp (theo nhóm ghi ở cột use_group) để điền khuyết.
template-scores =
    Điểm của mỗi chỉ số là (giá trị − nhỏ nhất) / (lớn nhất − nhỏ nhất), rồi lấy trung bình cộng có trọng số từng
    cấp. Muốn xử lý giá trị ngoại lai trước như COINr thì thêm cột Winsorise (nhiều nhất bao nhiêu giá trị, thường
    là 5) và nếu cần cột Log (log_CT, hoặc để trống).
template-unit = Đơn vị { $letter }
template-area = Vùng
template-area-first = Đồng bằng
template-area-second = Miền núi
template-online = Hồ sơ trực tuyến (%)
template-waiting = Số ngày chờ
template-network = Hộ có internet (%)
template-staff = Cán bộ đã tập huấn
template-people = Dân số (nghìn người)
template-service = Dịch vụ
template-means = Nguồn lực
template-title = Bộ chỉ số mẫu (hư cấu)

## Lỗi trong iData và iMeta

# $sheet, $place, $fault
tables-fault = Trang “{ $sheet }”: { $place }{ $fault }
tables-no-column = thiếu cột “{ $heading }”. Hãy thêm cột đó, theo tệp mẫu.
tables-no-rows = không có hàng nào dưới hàng tiêu đề.
tables-no-code = hàng này chưa có mã.
tables-twice = “{ $code }” đã có ở trên. Mỗi mã chỉ đứng một lần.
tables-not-a-number = “{ $given }” không phải là số. Ô không có số liệu thì để trống hoặc ghi NA.
tables-two-readings =
    các số có thể đọc theo hai cách (dấu phẩy thập phân hay ngăn hàng nghìn). Hãy lưu ô dưới dạng số, hoặc bỏ dấu
    ngăn hàng nghìn.
tables-mixed-percent = số này khác các số ở trên: trong một cột, hoặc mọi số có dấu %, hoặc không số nào có.
tables-unknown-type = “{ $given }” không phải Indicator, Aggregate, Group, Denominator hay Other.
tables-bad-direction = “{ $given }” không phải là 1 hay -1.
tables-turned-aggregate =
    nhóm “{ $code }” có chiều -1, mà COINr không đảo chiều nhóm. Hãy ghi 1 ở đây và -1 ở các chỉ số của nhóm.
tables-bad-weight =
    “{ $given }” không phải là trọng số: hãy ghi số trên 0, hoặc 0 cho một chỉ số không tính.
tables-bad-level = “{ $given }” không phải là cấp: chỉ số là 1, nhóm là số nguyên lớn hơn.
tables-unknown-parent = “{ $given }” không phải mã của nhóm (Aggregate) nào trong bảng.
tables-level-skipped = nhóm “{ $given }” không đứng ngay trên một cấp. Hãy sửa Level hoặc Parent.
tables-no-top = thiếu hàng của cả bộ chỉ số: một Aggregate không có Parent.
tables-tops = có nhiều hơn một hàng không có Parent: { $codes }. Chỉ cả bộ chỉ số không có Parent.
tables-nothing-below = nhóm “{ $code }” không có chỉ số nào bên dưới.
tables-without-column = “{ $code }” không có cột trong iData.
tables-unlisted = cột “{ $code }” không có trong iMeta. Hãy thêm một hàng cho nó (Other nếu bỏ qua), hoặc xóa cột.
tables-several-times = bảng có nhiều năm. Hãy giữ lại các hàng của một năm.
tables-all-equal =
    mọi giá trị của “{ $code }” bằng nhau hoặc trống, nên không có khoảng để chuẩn hóa. Hãy bỏ chỉ số này.
tables-unknown-denominator = mẫu số “{ $code }” không có cột trong iData.
tables-denominator-zero = mẫu số của “{ $code }” là 0 ở hàng này.
tables-treatment =
    “{ $heading }” đòi một cách biến đổi số liệu mà trang này không tính. Hãy dùng các cột Impute, Winsorise và Log,
    hoặc tính trước trong COINr hay bảng tính, điền kết quả vào iData rồi xóa cột này.
tables-unknown-treatment =
    “{ $given }” không phải cách xử lý mà trang này tính. Impute là i_mean, i_median, i_mean_grp hoặc i_median_grp;
    Winsorise là số nguyên từ 1 đến 5.000; Log là log_CT; không xử lý thì để trống. Cách khác: hãy tính trước rồi
    điền kết quả vào iData.
tables-no-group = điền khuyết theo nhóm cần một hàng Group trong iMeta và cột của nó trong iData.
tables-bad-group =
    “{ $given }” không phải nhóm để điền khuyết: use_group là mã của một hàng Group, và giống nhau ở mọi chỉ số.
tables-no-weight = trong nhóm “{ $group }” không có trọng số nào trên 0.
tables-weights-of-index =
    trọng số ngay dưới cả bộ chỉ số không quy được về điểm tối đa nguyên, nhiều nhất 10.000 mỗi chỉ số, mà giữ đúng tỉ lệ.
    Hãy làm tròn trọng số, ví dụ để mỗi nhóm cộng lại thành 100.
tables-weights =
    trọng số trong nhóm “{ $group }” không quy được về điểm tối đa nguyên, nhiều nhất 10.000 mỗi chỉ số, mà giữ đúng tỉ
    lệ. Hãy làm tròn trọng số, ví dụ để mỗi nhóm cộng lại thành 100.
