## Kiểm chứng một câu

claims-heading = Kiểm chứng một câu
claims-hint =
    Gõ hoặc dán một câu như báo viết, rồi đối chiếu với số liệu: tăng mấy bậc, xếp thứ mấy, nhờ chỉ số nào.
    Không nêu năm thì hiểu là kỳ đang xem.
claims-field = Câu cần kiểm chứng
claims-check = Kiểm chứng
claims-examples = Thử với
# $name
claims-assumed = Câu không nêu { $unit } nào, nên hiểu là { $name }.
# $words
claims-unread = Chưa hiểu “{ $words }”: phần đó không được đối chiếu.
# $answer
claims-partly = { $answer }, xét phần hiểu được
claims-across = Hai kỳ theo hai bộ chỉ số khác nhau: thứ hạng so được, còn giá trị đo những thứ khác nhau.
claims-table = Từng phần của câu
claims-part = Phần
claims-said = Câu nói
claims-found = Số liệu
claims-answer = Kết luận
claim-true = Đúng
claim-false = Sai
claim-open = Số liệu không đủ để kết luận
# $edition
claim-rank = Hạng, { $edition }
# $edition
claim-score = Giá trị, { $edition }
claim-rank-move = Đổi hạng
claim-score-move = Đổi giá trị
claim-thanks-to = Nhờ
claim-rose = tăng
claim-fell = giảm
claim-stayed = giữ nguyên
# $count
claim-places = { $count } bậc
# $score
claim-value = giá trị { $score }
# $place
claim-without = nếu chỉ số này giữ nguyên: { $place }
claim-nothing-said = Câu không nói gì về thứ hạng hay giá trị.
claim-not-on-file = Thứ hạng hoặc giá trị cần đến chưa có số liệu.
claim-other-units = Hai kỳ xếp hạng những { $unit } khác nhau, hoặc không có kỳ trước.
claim-other-framework = Chỉ số này được đo theo hai bộ chỉ số khác nhau.
claim-not-separate = Chỉ số này không được công bố riêng ở cả hai kỳ.
# $claim, $answer, $name, $figures-told
claim-quote = “{ $claim }”: { $answer } { $name }: { $figures-told }.
