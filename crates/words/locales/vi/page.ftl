### Mọi câu trên trang, tiếng Việt. Bản tiếng Anh: trong en/, cùng tên, cùng tham số.
###
### `$unit`, `$units` (đơn vị được xếp hạng), `$all-units` (như `$units`, nhưng là “tỉnh, thành”), `$score-name` và bản viết hoa `$Unit`, `$Units`,
### `$Score-name` có sẵn; `$figures` (published, mixed, own: số liệu của ai) và `$ranked` (provinces,
### other) chỉ để chọn. Tham số khác đứng trong chú thích, theo thứ tự của hàm.

## Khung trang

title = Thử kịch bản DTI
document-title = Thử kịch bản chuyển đổi số (DTI) cấp { $unit }
lead =
    { $figures ->
        [own] Đổi giá trị một chỉ số, thấy ngay thứ hạng đổi ra sao.
       *[published] Đổi giá trị một chỉ số, thấy ngay thứ hạng chuyển đổi số của { $unit } đổi ra sao.
    }
skip-to-content = Tới nội dung chính
theme-choice = Giao diện
theme-auto = Theo thiết bị
theme-light = Sáng
theme-dark = Tối
unofficial =
    Công cụ độc lập, không phải trang của cơ quan nhà nước. Kết quả mô phỏng không thay cho số liệu
    chính thức.
private = Mọi phép tính chạy trên máy của bạn; không có gì được gửi đi.
nav-label = Các phần của trang
nav-scorecard = Bảng điểm
nav-ladder = Xếp hạng
nav-analyses = Phân tích
nav-charts = Biểu đồ
nav-own-data = Dữ liệu của bạn
details = Chi tiết
close = Đóng
notices = Thông báo
dismiss = Ẩn
newer-page = Đã có bản mới hơn của trang này. Kịch bản của bạn nằm trong liên kết nên sẽ còn nguyên.
newer-figures = Đã có bản mới hơn với số liệu mới. Kịch bản của bạn nằm trong liên kết nên sẽ còn nguyên.
reload = Tải lại trang

## DTI là gì?

what-is-dti-heading = DTI là gì?
# $decision, $count
what-is-dti =
    DTI là chỉ số đánh giá mức độ chuyển đổi số của các tỉnh, thành phố theo Quyết định { $decision }.
    Mỗi tỉnh được chấm điểm theo { NUMBER($count) } chỉ số chính; tổng điểm chia cho tổng điểm tối đa
    là giá trị DTI, từ 0 đến 1, dùng để xếp hạng.

## Đang xem gì

province =
    { $ranked ->
        [provinces] Tỉnh, thành phố
       *[other] { $Unit }
    }
province-hint = Gõ tên, có dấu hay không đều được
no-province = Không có { $unit } nào khớp.
edition-choice = Kỳ đánh giá
# $former, $now
now-part-of = { $former }, nay thuộc { $now }
# $name, $edition
look-at-former = Xem { $name } trong { $edition }

## Trở lại

# $title, $count
resume = Tiếp tục: { $title }, { NUMBER($count) } giả định
resume-dismiss = Bỏ qua

## Kết quả

rank = Thứ hạng
dti-score = { $Score-name }
to = thành
copy-sentence = Sao chép câu
neighbours-heading = Khoảng cách với hạng trên và dưới
next-above = Để lên hạng
next-below = Để giữ hạng
# $points, $name, $rank
gap-above = Còn { $points } điểm tới { $name } (hạng { $rank })
# $points, $name, $rank
gap-below = Hơn { $name } (hạng { $rank }) { $points } điểm
top-of-table = Đang đứng đầu bảng.
end-of-table = Đang đứng cuối bảng.

## Bảng điểm

scorecard-heading = Bảng điểm
other-province = Bạn đang sửa một { $unit } khác.
back-to-own = Quay về
mark-present = hiện tại
mark-median = trung vị
mark-best = cao nhất
supposed-mark = giả định
in-points = điểm
in-rank = hạng
score-field = Giá trị, từ 0 đến 1
less = Giảm 0,01
more = Tăng 0,01
reset-one = Đặt lại
value = Giá trị
at-maximum = Đạt tối đa
# $points, $max, $score, $rank, $units-ranked, $is-estimated
slider-told =
    { $points }/{ $max } điểm, giá trị { $score }, hạng { $rank }/{ $units-ranked }{ $is-estimated ->
        [true] , ước tính
       *[false] { "" }
    }
origin = Nguồn gốc
source = Nguồn
origin-published = Công bố
origin-derived = Suy ra
origin-estimated = Ước tính
origin-imputed = Điền khuyết
origin-treated = Đã xử lý ngoại lai
origin-missing = Thiếu
origin-entered = Giả định
origin-fictitious = Hư cấu
origin-loaded = Bạn nạp
origin-known = Bạn cho biết
i-know = Tôi biết số này
known-hint =
    Nhập giá trị thật mà bạn có. { $figures ->
        [published] Tổng đã công bố
       *[mixed] Tổng gốc
    } giữ nguyên, các ước tính khác được tính lại. Số này chỉ lưu trên máy bạn, không vào liên kết.
known-field = Giá trị thật
known-forget = Bỏ số này
components = Thành phần
explain-total = Giá trị này được tính thế nào?
explain-rank = Vì sao hạng này?
explain-one = Cách tính
panel-heading = Giải thích

## Kịch bản

edits-heading = Kịch bản của bạn
no-edits = Chưa có giả định nào. Kéo một thanh trượt để bắt đầu.
undo = Hoàn tác
redo = Làm lại
reset-all = Xóa hết
clear-scenario = Xóa giả định

## Chia sẻ

share-heading = Chia sẻ
copy-link = Sao chép liên kết
share-known = Chia sẻ kèm số liệu của tôi
share-known-heading = Chia sẻ kèm số liệu của bạn
share-known-hint = Liên kết này sẽ chứa các số sau, ai có liên kết đều đọc được:
share-preview = Bản xem trước sẽ hiện: { $sentence }
share-preview-unit =
    Bản xem trước sẽ hiện: { $name } như đã công bố. Kịch bản nằm trong liên kết và hiện ra khi mở.
share-preview-site =
    Bản xem trước chỉ hiện tên trang. Kịch bản nằm trong liên kết và hiện ra khi mở.
link-copied = Đã sao chép liên kết.
sentence-copied = Đã sao chép câu.
copy-denied = Trình duyệt không cho sao chép. Hãy chọn và sao chép dòng dưới đây.
link-too-long = Kịch bản quá lớn cho một liên kết. Hãy bớt giả định rồi thử lại.
paper-link = Mở lại kịch bản này:
embed = Nhúng
embed-sliders = Thử đổi giá trị
embed-around = Quanh thứ hạng này
full-page = Mở trang đầy đủ với kịch bản này
full-address = Địa chỉ của trang đầy đủ

## Các tỉnh khác, điểm tối đa

rivals-heading = Các { $unit } khác
rivals-frozen = Giữ nguyên
rivals-trend = Tăng giảm như năm trước
rivals-gain = Cùng tăng thêm số điểm
rivals-gain-field = Số điểm mỗi { $unit } tăng thêm
weights-heading = Trọng số
weights-hint =
    Trọng số là phần điểm tối đa của một chỉ số trong tổng. Kéo để xem trọng số khác thì thứ hạng đổi
    thế nào.
change-weight = Đổi điểm tối đa của { $name }
max-points-total = Tổng:
max-points-reset =
    { $figures ->
        [own] Về mức của bộ chỉ số
       *[published] Về mức quy định
    }

## Bảng xếp hạng

ladder-caption = Bảng xếp hạng các { $unit }, { $edition }
ladder-search = Tìm trong bảng
row-help =
    Mũi tên lên, xuống để đi giữa các hàng; Home, End để tới đầu, cuối bảng; Enter để xem { $unit } đang
    chọn.
region = Vùng
all-regions = Tất cả các vùng
column = Cột so sánh
contributions = Cơ cấu điểm
column-rank = Hạng
column-places = Tăng/giảm
column-name =
    { $ranked ->
        [provinces] Tỉnh, thành
       *[other] { $Unit }
    }
column-score = Giá trị
column-edit = Sửa
nothing-in-table = Không có { $unit } nào khớp với bộ lọc.
total = Tổng cộng

## Nguồn, cách tính

sources = Nguồn số liệu
about-data = Về số liệu của kỳ này
how-heading = Cách tính
how-total =
    Điểm của { $unit } là tổng điểm các chỉ số chính; { $score-name } là tổng điểm chia cho tổng điểm tối
    đa, làm tròn bốn chữ số thập phân. Thứ hạng là 1 cộng số { $unit } có giá trị cao hơn; bằng nhau thì
    đồng hạng.
how-what-if =
    { $figures ->
        [published]
            Khi bạn đổi một chỉ số, giá trị đã công bố được cộng đúng phần chênh lệch do thay đổi đó.
            Không đổi gì thì kết quả đúng như công bố.
       *[mixed]
            Khi bạn đổi một chỉ số, giá trị gốc được cộng đúng phần chênh lệch do thay đổi đó. Không đổi
            gì thì kết quả đúng như số liệu gốc.
    }
how-estimate =
    { $figures ->
        [published]
            Nhiều { $unit } chỉ được công bố một phần các chỉ số. Phần còn lại được ước tính sao cho tổng
            khớp với giá trị đã công bố, và luôn có nhãn “Ước tính”.
       *[mixed]
            Nhiều { $unit } chỉ có số liệu của một phần các chỉ số. Phần còn lại được ước tính sao cho
            tổng khớp với giá trị gốc, và luôn có nhãn “Ước tính”.
    }

## Các phần tải sau

analyses = Phân tích
pictures = Biểu đồ
part-loading = Đang tải…
part-failed = Không tải được phần này. Bảng và phép tính ở trên vẫn dùng được.
part-retry = Thử lại
own-data-heading = Phiếu điểm và dữ liệu của bạn
own-data-hint =
    Tự chấm từng chỉ số thành phần, nhập bảng của bạn, lưu lại, hoặc xếp hạng bằng bộ chỉ số riêng. Dữ
    liệu chỉ nằm trên máy này.
own-data-card = Phiếu điểm chi tiết
own-data-import = Nhập dữ liệu
own-data-export = Xuất và lưu
own-data-index = Bộ chỉ số riêng
own-data-failed = Chưa tải được phần này; mọi thứ khác trên trang vẫn dùng được.
own-data-assessed = giá trị từ phiếu điểm chi tiết

## Số liệu của ai

tag =
    { $is-edited ->
        [true]
            { $provenance ->
                [published] Mô phỏng, không chính thức
                [fictitious] Mô phỏng trên ví dụ hư cấu, không phải số liệu công bố
               *[loaded] Mô phỏng trên số liệu bạn đã nạp, không phải số liệu công bố
            }
       *[false]
            { $provenance ->
                [published] Số liệu đã công bố
                [partly-loaded] Có số liệu bạn đã nạp, không phải số liệu công bố
                [fictitious] Ví dụ hư cấu, không phải số liệu công bố
               *[loaded] Số liệu bạn đã nạp, không phải số liệu công bố
            }
    }
simulation-warning = Mô phỏng, không phải số liệu chính thức.
differs-from-file = Kết quả ghi trong tệp khác với kết quả tính được: { $found }.
differs-more = và { NUMBER($count) } đơn vị khác
# $given, $computed
given-score = giá trị { $given } (tính được { $computed })
# $given, $computed
given-rank = hạng { $given } (tính được { $computed })

## Câu ngắn có số

# $name, $ranks, $score
status = { $name }: hạng { $ranks }, giá trị { $score }
# $points, $max
points-of-max = { $points }/{ $max } điểm
rank-told = hạng { $rank }
move-none = giữ hạng
move-up = tăng { NUMBER($places) } bậc
move-down = giảm { NUMBER($places) } bậc
# $present, $median, $best
marks-told = Hiện tại { $present }, trung vị { $median }, cao nhất { $best }.
rivals-repeat = Các { $unit } khác tăng giảm như năm trước
rivals-gained = Các { $unit } khác: { $points } điểm
trend-reason =
    { $figures ->
        [own] không dùng được: không có kỳ trước
       *[published] không dùng được cho kỳ này: thiếu giá trị năm trước của một số { $unit }
    }
note-rivals-move-totals-only =
    Các { $unit } khác chỉ thay đổi { $score-name }; chỉ số của những { $unit } đó giữ { $figures ->
        [published] như công bố
       *[mixed] nguyên
    }.
note-trend-across-frameworks =
    Hai năm dùng hai bộ chỉ số khác nhau, nên mức tăng giảm chỉ để tham khảo.
note-depends-on-estimates = Kết quả này dựa vào một chỉ số ước tính.
note-maxima-derived = Điểm tối đa của kỳ này được suy ra từ số liệu đã công bố.
note-rules-of-another-year =
    Cách chấm chỉ số thành phần theo phiếu của năm 2022; chưa thấy cách đã dùng cho kỳ này.
note-unofficial-weights = Trọng số theo dân số không phải cách tính chính thức.
source-ministry = Bộ chủ quản
source-copy = bản chép bảng của Bộ
source-example = ví dụ hư cấu
source-local = địa phương hoặc báo chí

## Câu để trích dẫn

and = và
tied-with = đồng hạng với { $who }
other-units = { NUMBER($count) } { $unit } khác
# $name, $place, $edition, $score
quote-present = { $name } xếp hạng { $place } trong { $edition }, giá trị { $score }.
quote-scenario = Theo kịch bản này,
quote-if = Nếu { $premise } thì
# $name, $now, $before
quote-supposed = { $name } đạt { $now } (hiện là { $before })
quote-more = { NUMBER($count) } chỉ số khác đạt mức giả định
quote-assessed = { NUMBER($count) } giá trị trong phiếu điểm chi tiết được công nhận
quote-others = { $who } đổi như giả định
quote-rivals-trend = các { $unit } khác tăng giảm như năm trước
quote-rivals-gained = các { $unit } khác cùng thêm { $points } điểm
quote-rivals-lost = các { $unit } khác cùng mất { $points } điểm
# $name, $now, $before
quote-maximum = điểm tối đa của { $name } là { $now } thay cho { $before }
quote-more-maxima = điểm tối đa của { NUMBER($count) } chỉ số khác cũng đổi
# $name, $from, $place, $places, $score
quote-rose = { $name } từ hạng { $from } lên hạng { $place }, tăng { NUMBER($places) } bậc; { $score }.
# $name, $from, $place, $places, $score
quote-fell = { $name } từ hạng { $from } xuống hạng { $place }, giảm { NUMBER($places) } bậc; { $score }.
# $name, $place, $score
quote-stayed = { $name } vẫn ở hạng { $place }; { $score }.
quote-score-kept = { $score-name } vẫn là { $now }
# $before, $now
quote-score-moved = { $score-name } từ { $before } thành { $now }
quote-known-more = { NUMBER($count) } chỉ số khác
quote-known = Có dùng số do người tính cho biết: { $names }.
quote-estimated = Kết quả dựa vào chỉ số ước tính.

## Chỗ nhập sai

entry-not-a-number = Hãy nhập một số, ví dụ 0,45.
entry-whole = Hãy nhập số nguyên.
entry-decimals = Chỉ nhận tối đa { NUMBER($allowed) } chữ số thập phân.
entry-range = Số phải từ 0 đến { $high }.

## Điều không tính được

unknown-edition = Không có kỳ đánh giá “{ $given }”.
unknown-unit = Kỳ này không có { $unit } “{ $given }”.
unknown-indicator = Kỳ này không có chỉ số “{ $given }”.
# $name, $given, $max
points-above-max = { $name } không thể được { $given } điểm; tối đa là { $max } điểm.
# $name, $given, $low, $high
unreachable =
    { $name }: { $given } không hợp với các số khác đã có. Có thể nhập từ { $low } đến { $high }.
all-parts-entered = { $name }: mọi phần đã được nhập, nên hãy sửa các phần đó.
# $name, $points, $is-too-high
known-sum-missed =
    Các số bạn cho biết của { $name } { $is-too-high ->
        [true] thừa
       *[false] thiếu
    } { $points } điểm so với giá trị { $figures ->
        [published] đã công bố
       *[mixed] gốc
    }. Hãy sửa một trong các số đó.
nothing-counts = Phải còn ít nhất một chỉ số có điểm tối đa lớn hơn 0.
gain-out-of-range = Số điểm phải từ −{ $total } đến { $total }.
target-out-of-range = Thứ hạng mục tiêu phải từ 1 đến { NUMBER($last) }.
cost-out-of-range = Hệ số chi phí của { $name } phải từ 0,000001 đến 1.000.000.
# $low, $high
draws-out-of-range = Số lần thử phải từ { $low } đến { $high }.
# $low, $high
seed-out-of-range = Số khởi đầu của các lần thử phải từ { $low } đến { $high }.
# $low, $high
spread-out-of-range = Mức dao động của điểm tối đa phải từ { $low } đến { $high }.
not-simulatable = Kỳ { $edition } không đủ số liệu để mô phỏng.
on-file =
    { $name } đã có { $figures ->
        [published] số liệu công bố
       *[mixed] số liệu
    }. Hãy kéo thanh trượt để đặt giả định.
own-figures =
    Chỉ số của riêng bạn dùng đúng số liệu đã nạp. Hãy đặt giả định, hoặc nạp lại tệp.
id-in-use = Mã “{ $id }” đã được dùng. Hãy đặt mã khác cho chỉ số của bạn.
not-loaded = Kỳ { $edition } là kỳ chính thức nên không gỡ được.
not-scored = { $name } không được chấm điểm.
no-trend =
    Kỳ này thiếu giá trị năm trước của một số { $unit } nên không dùng được mức tăng giảm năm trước.
no-merger = Kỳ này không gộp được.
# $from, $to
not-comparable =
    Kỳ { $from } và kỳ { $to } không cùng các { $unit } và chỉ số nên không so sánh được.
# $from, $to
no-crosswalk =
    Chưa công bố kết quả chỉ số thành phần của kỳ { $from } và kỳ { $to }; chỉ so sánh được theo chỉ số
    chính.
no-unit = Hãy chọn một { $unit }.
missing-figures = { $name } thiếu số liệu.
against-rule = Giá trị của { $name } không theo cách chấm của chỉ số này.
# $indicator, $name
two-values = { $indicator } của { $name } có hai giá trị; chỉ giữ một.

## Điều không giữ được trên máy

unkept-denied =
    Trình duyệt không cho trang này lưu gì trên máy: những gì bạn nhập và lưu ở đây mất khi đóng trang.
    Hãy lưu tệp dự án (mục “Xuất và lưu”).
unkept-full =
    Bộ nhớ mà trình duyệt dành cho trang này đã đầy: thay đổi mới nhất không lưu được trên máy và mất khi
    đóng trang. Hãy lưu tệp dự án (mục “Xuất và lưu”) rồi xóa bớt.
unkept-newer =
    Dữ liệu đã lưu trên máy này do một phiên bản mới hơn của trang ghi. Trang này để nguyên, không ghi
    đè; những gì bạn nhập và lưu ở đây mất khi đóng trang. Hãy tải lại trang để lấy phiên bản mới, hoặc
    lưu tệp dự án (mục “Xuất và lưu”).
unkept-unreadable =
    Không đọc được dữ liệu đã lưu trên máy này. Trang để nguyên, không ghi đè; những gì bạn nhập ở đây
    mất khi đóng trang. Hãy lưu tệp dự án (mục “Xuất và lưu”); “Xóa tất cả” ở đó xóa cả dữ liệu không đọc
    được.
unkept-elsewhere =
    Một trang khác đang mở đã đổi cùng dữ liệu của bạn trên máy này, nên thay đổi ở đây chưa được lưu.
    Dùng bản của trang kia, hay giữ bản ở đây? Bản còn lại lấy lại được bằng “Hoàn tác”; muốn giữ cả hai,
    hãy lưu tệp dự án trước.

## Liên kết

last-max-points =
    Điểm tối đa 0 của { $name } trong liên kết không áp dụng được: phải còn ít nhất một chỉ số có điểm
    tối đa lớn hơn 0.
link-other-version =
    Liên kết thuộc phiên bản “{ $given }” mà trang này không đọc được. Trang hiển thị số liệu { $figures ->
        [published] công bố
       *[mixed] gốc
    }.
link-too-long-to-read =
    Liên kết quá dài nên không đọc được. Trang hiển thị số liệu { $figures ->
        [published] công bố
       *[mixed] gốc
    }.
# $key, $given
link-bad-value =
    Liên kết có chỗ không đọc được: { $key }=“{ $given }”. Phần còn lại vẫn được áp dụng.
# $given, $name, $largest
link-bad-max-points =
    Điểm tối đa “{ $given }” của { $name } trong liên kết không dùng được nên giữ như gốc; cần một số
    nguyên từ 0 đến { $largest }. Phần còn lại vẫn được áp dụng.
link-cut =
    Liên kết kết thúc bằng “{ $end }”, có vẻ đã bị cắt, nên { $unit } hoặc giả định phía sau có thể bị
    thiếu. Hãy lấy lại liên kết đầy đủ.
# $then, $now
data-corrected =
    Sau khi liên kết này được viết, số liệu đã được đính chính (bản { $then } thành bản { $now }), nên
    kết quả có thể khác lúc đó.
# $then, $now
data-ahead =
    Liên kết này được viết với số liệu bản { $then }, còn trang đang mở có bản { $now }. Hãy tải lại trang
    để có số liệu mới.
data-elsewhere =
    Liên kết này được viết với số liệu riêng (mã { $code }), không phải số liệu đang mở. Hãy mở tệp dự án
    có số liệu đó, rồi mở lại liên kết.
slots-named =
    Liên kết này được tạo khi các chỉ số thành phần còn là ô đánh số với điểm tối đa chia đều. Nay chúng có
    tên, điểm tối đa và cách chấm của phiếu năm 2022, nên giả định áp dụng cho: { $names }. Hãy kiểm tra
    lại.
# $version, $day
data-dated = Số liệu bản { $version }, ngày { $day }.
# $version, $day, $what
data-correction = Bản { $version }, { $day }: { $what }

## Trang đứng yên: HTML đầu tiên, trang của từng đơn vị, ảnh chia sẻ

short-title = Thử DTI
calculator-loading = Đang tải phần tính toán… Bảng xếp hạng đã xem được.
compared-with = So với { $year }
compared-with-last-year = So với năm trước
read-from = Số liệu của năm { $year }, đọc từ:
year-as-published = Số của { $year }: như đã công bố.
year-of-merger =
    Số { $year } của { $unit } sau sáp nhập được suy ra: trung bình các { $unit } cũ, như cách tính của kỳ
    này.
# $published, $year
published-and-mean = { $published }; { $year }: trung bình các { $unit } cũ
# $name, $place, $year
place-title = { $name }: hạng { $place } chuyển đổi số (DTI) { $year }
# $sentence, $name
place-description =
    { $sentence } Điểm từng chỉ số chuyển đổi số (DTI) của { $name }, có nguồn; thử kịch bản để xem hạng
    đổi ra sao.
# $name, $indicator, $landmark, $place
supposed-title = { $name } nếu { $indicator } ở { $landmark }: hạng { $place } (mô phỏng)
# $indicator, $landmark, $now, $before
supposed-premise = Nếu { $indicator } ở { $landmark }: { $now } (hiện là { $before })
landmark-full = mức tối đa
landmark-best = mức cao nhất cả nước
landmark-median = mức trung vị cả nước
compared-with-published = So với công bố
# $year, $what
since-year = So với { $year }: { $what }.
open-calculator = Thử kịch bản cho { $name }
whole-ranking = Cả bảng xếp hạng { $edition }
its-figures = Điểm của { $name } theo từng chỉ số
about-estimates =
    “Ước tính”: chỉ số không công bố riêng, được điền sao cho tổng khớp với giá trị đã công bố.
indicator = Chỉ số
points = Điểm
total-score = { $Score-name } (tổng)
see-also = Xem thêm
just-above = Ngay trên
just-below = Ngay dưới
lowest = Thấp nhất
highest = Cao nhất
country = Việt Nam
dataset-name = Chỉ số chuyển đổi số (DTI) cấp { $unit } của Việt Nam
dataset-description =
    Thứ hạng, { $score-name } và điểm các chỉ số chính của các { $unit } Việt Nam qua từng kỳ đánh giá, mỗi số
    liệu có nguồn.
no-such-page = Không có trang này
no-such-page-hint =
    Ở đường dẫn này không có trang nào. Hãy xem lại đường dẫn, hoặc bớt phần cuối của nó để về trang chính.
open-meant = Mở máy tính với kịch bản trong đường dẫn này.
