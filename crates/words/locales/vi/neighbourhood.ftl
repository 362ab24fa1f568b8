## Khoảng cách với hạng trên và dưới

# $rise, $fall
around-finding = { $rise }; { $fall }.
# $name, $rank
around-stands = { $name } đang ở hạng { $rank }
# $name, $rank, $points, $other, $next
around-rise = { $name } (hạng { $rank }) cần thêm { $points } để bằng { $other } và lên hạng { $next }
around-last = không { $unit } nào đứng sau
# $names, $rank
around-level = đang bằng điểm { $names } nên hễ thấp hơn là xuống hạng { $rank }
# $points, $names, $rank
around-fall = mất hơn { $points } thì tụt sau { $names }, xuống hạng { $rank }
around-enough = Số điểm cần thêm là đủ mà không cần nhờ làm tròn.
# $name, $points
around-apart =
    { $name } không đứng ở chỗ rất sát nào, tức là nơi thêm { $points } đã bằng hoặc vượt ít nhất 3 { $unit }.
around-no-crowd = Cả bảng không có chỗ nào mà thêm { $points } đã bằng hoặc vượt ít nhất 3 { $unit }.
# $name, $points
around-crowded =
    { $name } đứng ở một chỗ rất sát: thêm { $points } là bằng hoặc vượt ít nhất 3 { $unit }.
# $from, $to, $name, $points
around-crowd =
    Từ hạng { $from } đến hạng { $to }, trong đó có { $name }, các { $unit } đứng rất sát: thêm { $points } là
    bằng hoặc vượt ít nhất 3 { $unit }.
around-zones = Những chỗ rất sát trong bảng ({ NUMBER($count) })
around-zone = Nơi thêm { $points } là bằng hoặc vượt ít nhất 3 { $unit }
around-zone-ranks = Hạng
around-zone-units = Số { $unit }
around-zone-span = Đầu hơn cuối, điểm
around-climbs = Cần thêm bao nhiêu điểm
around-climb = Để lên
around-places = { NUMBER($count) } bậc
around-needs = Cần thêm, điểm
around-level-with = Bằng điểm với
around-rank-then = Thành hạng
around-near = Các { $unit } ngay trên và ngay dưới
around-against = So với { $name }, điểm

## Thứ tự với hạng trên, hạng dưới nếu đổi trọng số

order-heading = Nếu đổi trọng số
# $first, $second
order-level = { $first } và { $second } đang bằng điểm nên không có thứ tự nào để giữ.
# $first, $second, $are-rivals-moving
order-outside =
    Tính lại từ các chỉ số thì { $first } không hơn { $second }: thứ tự hiện nay do phần ngoài các chỉ số (như
    { $are-rivals-moving ->
        [true] mức thay đổi của các { $unit } khác
       *[false] làm tròn
    }) quyết định, nên không xét được theo trọng số.
# $first, $second
order-no-sum =
    Giá trị của bộ chỉ số này không phải tổng điểm theo trọng số, nên không xét được theo trọng số thứ tự
    { $first } trên { $second } chắc đến đâu.
# $first, $second
order-always =
    { $first } không kém { $second } ở chỉ số nào, nên không bộ trọng số nào đưa được { $second } lên trên.
# $first, $second
order-thin =
    Thứ tự { $first } trên { $second } rất mong manh: thay chưa đến 0,1% trọng số đã có thể đổi chỗ hai { $unit }.
# $first, $second, $share
order-up-to =
    { $first } vẫn đứng trên { $second } khi thay tới { $share } trọng số bằng bộ trọng số bất kỳ khác; thay
    nhiều hơn thì có bộ trọng số làm hai { $unit } đổi chỗ.
order-about = khoảng { $share }%
order-more-than = hơn { $share }%
order-estimated =
    Một trong các { $unit } này có chỉ số chỉ được ước tính, nên mức phần trăm cũng là ước tính.
order-hint =
    Thay 10% trọng số nghĩa là giữ 90% theo điểm tối đa hiện nay, còn 10% chia lại tùy ý cho các chỉ số.
order-without-rivals =
    Phần này chỉ tính theo các chỉ số, không gồm mức thay đổi của các { $unit } khác.
