## Lời giải thích: cách tính một con số

# $about, $name
explained-title = Cách tính: { $about }, { $name }
# $name, $edition
explained-caption = Điểm các chỉ số chính, { $name }, { $edition }
explained-points = { $points } điểm
explained-before = (trước: { $value })
explained-rounded = Số sau dấu ≈ đã được làm tròn.
# $added, $off, $sum
explained-written-sum =
    Cộng các số đã làm tròn ở cột điểm được { $added }, lệch { $off } so với tổng { $sum }.
main-indicator = Chỉ số chính
max-points = Điểm tối đa
sum = Tổng
origin-moved = Đổi theo nhóm

## Một chỉ số, một nhóm

points-rule = Điểm = giá trị × điểm tối đa.
share-rule = Đóng góp vào { $score-name } = điểm / tổng điểm tối đa.
share-told = Chỉ số này chiếm khoảng { $percent } số điểm của { $unit }.
# $own, $now
max-points-told = Điểm tối đa của chỉ số này là { $own }; kịch bản đổi thành { $now }.
group-rule = Giá trị của nhóm = tổng điểm các chỉ số chính trong nhóm / điểm tối đa của nhóm.
never-scored = Chỉ số này không được chấm điểm, nên không tính vào { $score-name }.
# $value, $kind
figure-published = Giá trị { $value } đã được công bố (nguồn: { $kind }).
# $value, $kind, $copies
figure-published-alike =
    Giá trị { $value } đã được công bố (nguồn: { $kind }; { $copies } nguồn trùng khớp).
# $value, $kind
figure-derived =
    Giá trị { $value } được suy ra chính xác từ số liệu đã công bố (nguồn: { $kind }).
figure-not-merged =
    { $Unit } không sáp nhập, nên giá trị này là { $figures ->
        [published] số đã công bố
       *[mixed] số gốc
    } trong { $edition }.
figure-loaded = Giá trị { $value } lấy từ số liệu bạn đã nạp, không phải số liệu công bố.
figure-fictitious = Giá trị { $value } là hư cấu, để làm ví dụ.
# $value, $present, $origin
figure-supposed =
    Giá trị { $value } là giả định của bạn; trước đó là { $present } ({ $origin }).
# $value, $present, $origin
figure-moved =
    Kịch bản đặt giá trị cho cả nhóm; chỉ số này đổi theo, từ { $present } ({ $origin }) thành { $value }.
# $value, $estimate
figure-known =
    Giá trị { $value } do bạn cho biết; nếu không, công cụ ước tính { $estimate }. { $figures ->
        [published] Tổng điểm đã công bố
       *[mixed] Tổng điểm gốc
    } giữ nguyên, các chỉ số chưa biết khác được ước tính lại.

## Tổng

total-rule = { $Score-name } = tổng điểm các chỉ số chính / tổng điểm tối đa.
total-before = Trước khi thay đổi, tính lại từ các chỉ số:
total-same =
    { $figures ->
        [published] Giá trị đã công bố
       *[mixed] Giá trị gốc
    } cũng là { $score }: không có phần chênh.
total-fits =
    Các số ước tính được chọn sao cho tổng khớp đúng với { $figures ->
        [published] giá trị đã công bố
       *[mixed] giá trị gốc
    }.
total-residual =
    { $figures ->
        [published]
            Giá trị đã công bố là { $score }. Các giá trị công bố đều đã làm tròn, nên có một phần chênh
            nhỏ (công bố trừ tính lại);
       *[mixed]
            Giá trị gốc là { $score }. Các giá trị gốc đều đã làm tròn, nên có một phần chênh nhỏ (gốc trừ
            tính lại);
    } phần này được giữ nguyên trong mọi kịch bản:
total-unchanged =
    Không chỉ số nào của { $unit } thay đổi, nên { $figures ->
        [published] { $score-name } đúng như công bố
       *[mixed] giá trị đúng như gốc
    }: { $score }.
total-points-change = Giả định làm tổng điểm thay đổi:
total-score-change = Chia cho tổng điểm tối đa:
total-other-maxima =
    Điểm tối đa đã đổi, nên lấy giá trị tính lại theo điểm tối đa mới trừ giá trị tính lại trước đó:
moved-as-rival = { $Unit } này thay đổi cùng với các { $unit } khác, như kịch bản đặt ra.
total-sum =
    Cộng phần thay đổi vào { $figures ->
        [published] giá trị đã công bố
       *[mixed] giá trị gốc
    }, rồi làm tròn bốn chữ số thập phân (đúng một nửa thì làm tròn lên):
# $equation, $score
total-rounded = { $equation }, làm tròn thành { $score }
total-in-range = { $Score-name } chỉ từ 0 đến 1, nên dừng ở { $score }.
total-all-full = Mọi chỉ số đều đạt 1, nên { $score-name } đúng bằng 1.
total-all-empty = Mọi chỉ số đều bằng 0, nên { $score-name } đúng bằng 0.

## Thứ hạng

rank-rule =
    Thứ hạng = 1 + số { $unit } có { $score-name } cao hơn. Giá trị được làm tròn bốn chữ số thập phân
    trước khi so sánh.
rank-rule-own = Thứ hạng = 1 + số { $unit } có giá trị cao hơn.
rank-rule-dense =
    Thứ hạng = 1 + số mức giá trị khác nhau cao hơn. Bằng giá trị thì đồng hạng và hạng kế tiếp không bị
    bỏ: 1, 2, 2, 3.
rank-ties = Bằng giá trị thì đồng hạng và hạng kế tiếp bị bỏ qua: 1, 2, 2, 4.
# $higher, $score, $name, $rank, $units-ranked
rank-higher =
    { $higher ->
        [0] Không { $unit } nào
       *[other] { $higher } { $unit }
    } có giá trị cao hơn { $score }, nên { $name } đứng hạng { $rank }/{ $units-ranked }:
# $higher, $score, $name, $rank, $units-ranked
rank-higher-scores =
    Có { NUMBER($higher) } mức giá trị cao hơn { $score }, nên { $name } đứng hạng { $rank } trong
    { $units-ranked } { $unit }:
# $higher, $rank, $units-ranked
rank-here =
    { $higher ->
        [0] Không { $unit } nào
       *[other] { $higher } { $unit }
    } có giá trị cao hơn ở chỉ số này: hạng { $rank }/{ $units-ranked }.
rank-here-before = Trước khi thay đổi: hạng { $rank }.
rank-is-estimated =
    Trong số được so sánh có giá trị ước tính, nên thứ hạng này chỉ là gần đúng.
rank-alone = Không { $unit } nào khác có cùng giá trị này.
# $score, $names, $count, $rank
rank-shared = Cùng giá trị { $score } còn có { $names }: { $count } { $unit } cùng hạng { $rank }.
# $score, $names, $count, $rank, $next
rank-shared-next =
    Cùng giá trị { $score } còn có { $names }: { $count } { $unit } cùng hạng { $rank }, hạng kế tiếp là
    { $next }.
# $score, $higher, $rank
rank-before =
    Theo { $figures ->
        [published] giá trị đã công bố
       *[mixed] giá trị gốc
    } { $score }: { $higher } { $unit } cao hơn, hạng { $rank }.
rank-published = Thứ hạng đã công bố: { $rank }.
rank-loaded = Thứ hạng trong bảng bạn đã nạp: { $rank }.
rank-of-loaded = Hạng được tính từ các giá trị, trong đó có số liệu bạn đã nạp.
rank-not-on-file =
    Thứ hạng công bố của { $unit } không có trong số liệu; hạng được tính từ các giá trị đã công bố.

## Số ước tính

estimates = Số ước tính
estimate-known-sum =
    Tổng điểm của các chỉ số chưa công bố vẫn tính được: { $score-name } × tổng điểm tối đa − điểm đã biết.
# $complete, $edition
estimate-shared-out =
    Số điểm đó được chia theo mức trung bình của { $complete } { $unit } có đủ chỉ số trong { $edition }:
    mọi chỉ số chưa biết cùng tăng hoặc cùng giảm một mức và không ra ngoài khoảng từ 0 đến 1.
# $complete, $edition
estimate-of-one =
    Giá trị này không được công bố riêng mà là số ước tính: lấy trung bình của { $complete } { $unit } có đủ
    chỉ số trong { $edition }, rồi cộng một mức chênh chung cho mọi chỉ số chưa biết của { $unit }, sao
    cho tổng điểm khớp với { $figures ->
        [published] { $score-name } đã công bố
       *[mixed] giá trị gốc
    }.
# $mean, $end
estimate-stopped =
    Trung bình là { $mean }; cộng mức chênh thì vượt giới hạn, nên dừng ở { $end }.
# $error, $is-partial
estimate-error =
    Khi bỏ số liệu của từng { $unit } có đủ chỉ số rồi ước tính lại, kết quả lệch khoảng { $error } (sai số
    trung phương, làm tròn). { $is-partial ->
        [true]
            Các { $unit } đó chỉ nằm ở đầu và cuối bảng, nên đây không phải khoảng tin cậy.
       *[false] Đây không phải khoảng tin cậy.
    }
# $name, $names, $max
estimate-left =
    Với { $name }, số điểm còn lại cho { $names } (tối đa { $max }) là:
estimate-none = { $name } không có chỉ số nào phải ước tính.
estimate-none-at-all =
    Mọi chỉ số chính của mọi { $unit } trong kỳ này đều có số liệu, nên không có số ước tính.
estimate-known-counts = Số bạn cho biết được tính là điểm đã biết.

## Bộ chỉ số riêng: trung bình, thang đo

mean-caption = Các giá trị được lấy trung bình
mean-weight = Quyền số
mean-none = không có
mean-weight-times-score = Quyền số × giá trị
mean-weight-times-logarithm = Quyền số × ln giá trị
mean-weight-over-score = Quyền số / giá trị
mean-arithmetic = Trung bình cộng: tổng (quyền số × giá trị) / tổng quyền số.
mean-geometric =
    Trung bình nhân: tích các giá trị, mỗi giá trị lũy thừa (quyền số / tổng quyền số), tức exp của tổng
    (quyền số × ln giá trị) / tổng quyền số.
mean-harmonic = Trung bình điều hòa: tổng quyền số / tổng (quyền số / giá trị).
mean-zero = Có giá trị bằng 0, nên trung bình này bằng 0.
mean-left-out =
    Chỗ không có số liệu được bỏ ra; các chỉ số bên cạnh nhận quyền số của nó.
mean-counts-as-zero = Không có số liệu, nên tính là 0.
mean-before = Trước khi thay đổi: { $value }.
mean-rounded = Làm tròn trước khi xếp hạng: { $value }.
mean-not-rounded = Bộ chỉ số này xếp hạng theo giá trị chưa làm tròn.
# $weight, $all, $share
mean-share = Quyền số trong tổng: { $weight } trên { $all }, tức { $share }.
scale-raw = Số liệu gốc trong tệp của bạn: { $value }.
# $rule, $value
scale-imputed =
    Tệp của bạn không có số liệu này. Điền khuyết bằng { $rule ->
        [median] trung vị của mọi { $unit } có số liệu
        [region_mean] trung bình cộng của các { $unit } cùng vùng hoặc nhóm
        [region_median] trung vị của các { $unit } cùng vùng hoặc nhóm
       *[mean] trung bình cộng của mọi { $unit } có số liệu
    }: { $value }.
scale-winsorised =
    Chỉ số có giá trị ngoại lai (độ lệch và độ nhọn đều quá lớn), nên các giá trị xa nhất được kéo về giá trị
    liền kề (Winsor hóa). Ở đây tính với { $value }.
scale-logarithms =
    Chỉ số có giá trị ngoại lai mà Winsor hóa không đủ, nên mọi số liệu được thay bằng ln(số liệu − số nhỏ nhất +
    1% của khoảng), tính từ 0 ở số nhỏ nhất đến 1 ở số lớn nhất. Ở đây là { $value }.
scale-frozen =
    Điền khuyết và xử lý ngoại lai được tính một lần từ số liệu đã nạp; giả định của bạn đổi giá trị sau bước đó.
scale-none = Số liệu gốc đã là giá trị từ 0 đến 1.
scale-goalposts =
    Giá trị = (số liệu − mốc thấp) / (mốc cao − mốc thấp), giữ trong khoảng 0 đến 1.
scale-min-max =
    Giá trị = (số liệu − số nhỏ nhất) / (số lớn nhất − số nhỏ nhất) của mọi { $unit }.
scale-rank = Giá trị = tỷ lệ các { $unit } khác không có số liệu tốt hơn.
scale-z-score =
    Giá trị = (z + 3) / 6, giữ trong khoảng 0 đến 1; z là khoảng cách đến trung bình của mọi { $unit }, tính
    bằng độ lệch chuẩn.
scale-turned = Số liệu càng thấp càng tốt, nên lấy 1 trừ đi.

## Về số liệu

data-title = Về số liệu: { $edition }
data-published = Đã công bố
data-estimated = Ước tính
data-missing = Còn thiếu
data-differences = Sai khác đã biết
data-figure = Số liệu
data-caption = Số { $unit } theo nguồn gốc số liệu, { $edition }
data-none = Không có
# $name
data-pillar-score = { $name }, giá trị
# $name
data-pillar-rank = { $name }, thứ hạng
data-derived-means =
    “Suy ra” là tính được chính xác từ các số đã công bố. Ô trống trong nguồn thì để trống, không điền số
    phỏng đoán.
# $count, $edition
data-not-merged =
    { $count } { $unit } không sáp nhập: chỉ số chưa có trong bảng 63 { $unit } lấy từ { $edition }.
# $kind, $count
data-of-kind = { $kind } ({ NUMBER($count) } số)
data-read-from = Số liệu của kỳ này đọc từ: { $kinds }.
data-originals =
    Bản gốc là các trang kết quả hằng năm của Bộ; phần lớn số liệu ở đây đọc từ bản chép công khai của các
    trang đó. Hai bản chép độc lập trùng nhau ở toàn bộ { $score-name } các năm 2022 đến 2024.
# $complete, $all
data-complete =
    { $complete }/{ $all } { $unit } có đủ các chỉ số chính. Với các { $unit } còn lại, chỉ số chưa có được
    ước tính và luôn ghi rõ là ước tính; { $figures ->
        [published] { $score-name } và thứ hạng đã công bố
       *[mixed] giá trị và thứ hạng gốc
    } không phụ thuộc vào các số này.
data-nothing-missing = Kỳ này có đủ { $score-name } và thứ hạng của mọi { $unit }.
# $what, $names
data-missing-of = { $what }: không có số liệu của { $names }.
data-ranks-follow =
    Thứ hạng thiếu được tính từ các { $figures ->
        [published] { $score-name } đã công bố
       *[mixed] giá trị gốc
    }.
data-no-pillars = Không có số liệu về các trụ cột của kỳ này.
data-no-components = Không có số liệu ở cấp chỉ số thành phần.
# $edition, $ranks, $scores, $pillars, $all
data-incomplete =
    { $edition }: chỉ có thứ hạng của { $ranks }/{ $all } { $unit }, { $score-name } của { $scores }/{ $all }
    { $unit } và số liệu trụ cột của { $pillars }/{ $all } { $unit }; không có chỉ số chính nào, nên không mô
    phỏng được.
data-swapped-in-2021 =
    Quảng Ninh 2021: giá trị hai trụ cột kinh tế số và xã hội số có vẻ đã bị đổi chỗ trong nguồn; số liệu
    được giữ như nguồn.
# $day, $month, $year
data-day = { $day }/{ $month }/{ $year }
# $number, $date, $total
data-decision =
    Bộ chỉ số theo Quyết định { $number } ngày { $date }; tổng điểm tối đa là { $total }.
data-not-scored = Không chấm điểm: { $names }.
# $count, $worst
data-sums-differ =
    Ở { $count } { $unit } có đủ chỉ số, cộng lại các chỉ số thì lệch so với { $figures ->
        [published] { $score-name } đã công bố
       *[mixed] giá trị gốc
    } nhiều nhất khoảng { $worst } (làm tròn); phần lệch này được giữ nguyên trong mọi kịch bản.
data-merger-mean =
    Theo quy tắc của Bộ, mỗi giá trị của { $unit } mới là trung bình cộng của các { $unit } cũ, không tính
    theo dân số. Tính lại như vậy từ 63 { $unit }, { $score-name } lệch nhiều nhất 0,00007 so với công bố.
# $count, $worst
data-pillar-scores =
    { NUMBER($count) } giá trị trụ cột có trong số liệu lệch so với công thức nhiều nhất { $worst }.
data-pillar-ranks = Cả { NUMBER($count) } thứ hạng trụ cột có trong số liệu đều khớp với công thức.
# $same, $count
data-pillar-ranks-but = { $same }/{ $count } thứ hạng trụ cột có trong số liệu khớp với công thức, trừ:
# $name, $pillar, $on-file, $computed
data-pillar-rank-but =
    { $name }, trụ cột { $pillar }: trong số liệu là { $on-file }, theo công thức là { $computed }.
# $all, $indicators
data-own-counts = { NUMBER($all) } đơn vị, { NUMBER($indicators) } chỉ số có số liệu.
data-own-gaps =
    { $gaps ->
        [0] Không thiếu số liệu nào, nên không có số ước tính.
       *[other] Số liệu còn thiếu: { $gaps }.
    }
# $imputed
data-own-imputed = Trong đó được điền khuyết: { $imputed }.
# $treated
data-own-treated = Số chỉ số có giá trị ngoại lai được xử lý trước khi chấm: { $treated }.
data-own-results = Kết quả ghi trong tệp
# $count, $differing
data-own-compared =
    Tệp ghi kết quả của { $count } đơn vị; { $differing ->
        [0] tất cả đều khớp.
       *[other] { $differing } kết quả khác với số tính được:
    }

## Bản số liệu, bản lưu trên máy

data-version = Bản số liệu
data-never-corrected = Chưa có số liệu nào của kỳ này phải đính chính.
copy-here = Bản lưu trên máy bạn
copy-here-means =
    Mở trong cửa sổ riêng, trang này tự lưu một bản để lần sau mở được khi không có mạng. Bản đó không chứa
    số bạn nhập.
copy-here-off = Xóa bản lưu và không lưu nữa
copy-here-on = Cho lưu lại

## Nguồn số liệu của phiếu đang mở

sources-of = Nguồn số liệu: { $name }
sources-hint =
    Từng con số của { $unit } trong kỳ này, lấy ở đâu và có mấy nguồn trùng khớp.
sources-value = Giá trị
sources-copies = Số nguồn
sources-not-separate = Không công bố riêng
sources-framework = Về điểm tối đa:
