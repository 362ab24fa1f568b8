## Hạng theo một chỉ số

sweep-of = Cho thay đổi
sweep-of-value = Giá trị
sweep-of-weight = Điểm tối đa
sweep-max = Điểm tối đa
# $given, $instead
sweep-unknown = “{ $given }” không có trong danh sách; đang xem { $instead }.
sweep-instead = giá trị
sweep-no-room =
    { $indicator } không thể đi từ 0 đến 1 vì kịch bản đã đặt giá trị cho cả nhóm hoặc cho chỉ số thành phần của
    nó. Hãy bỏ giả định đó để xem hạng theo chỉ số này.
# $indicator, $name, $rank
sweep-still = Dù { $indicator } của { $name } đi từ 0 đến 1, hạng vẫn là { $rank }.
# $indicator, $name, $low, $high, $end
sweep-finding =
    Nếu { $indicator } của { $name } đi từ 0 đến 1, hạng đi từ { $low } lên { $high }; { $end }.
# $names, $value
sweep-catches = bắt kịp { $names } khi đạt { $value }
sweep-at-best = mức hiện nay đã cho hạng tốt nhất, { $rank }
# $value, $rank
sweep-present = Hiện nay chỉ số này là { $value } và { $unit } ở hạng { $rank }.
# $rank, $points, $more
sweep-step = Lên hạng { $rank } cần thêm { $points }, tức { $more } ở chỉ số này: đủ mà không cần nhờ làm tròn.
sweep-rounding-helps = Nhờ làm tròn thì từ { $value } đã đủ.
# $rank, $value
sweep-by-rounding = Lên hạng { $rank } chỉ được nhờ làm tròn, khi chỉ số này đạt { $value }.
sweep-rest = Các chỉ số khác và các { $unit } khác giữ như đang xem.
sweep-rest-of-group =
    Kịch bản đã đặt giá trị cho { $group }, nên các chỉ số khác của nhóm bù trừ lại; các { $unit } khác giữ như
    đang xem.
# $indicator, $value
sweep-suppose = Giả định { $indicator } đạt { $value }
sweep-next-ranks = Những mốc lên hạng tiếp theo
sweep-all-values = Tất cả { NUMBER($count) } mốc đổi hạng từ 0 đến 1
sweep-from = Từ giá trị
sweep-enough = Không nhờ làm tròn
sweep-caught = Bắt kịp

## Hạng theo điểm tối đa

# $indicator, $low, $high, $start
sweep-max-range = điểm tối đa của { $indicator } đi từ { $low } đến { $high } (hiện là { $start })
# $range, $name, $rank
sweep-max-still = Dù { $range }, { $name } vẫn ở hạng { $rank }.
# $range, $name, $best, $worst, $rank, $held
sweep-max-finding =
    Khi { $range }, { $name } tốt nhất ở hạng { $best }, kém nhất ở hạng { $worst }; hạng { $rank } giữ nguyên ở mức
    { $held } điểm.
# $is-up, $points, $what
sweep-turn =
    { $is-up ->
        [true] Tăng lên
       *[false] Giảm còn
    } { $points } điểm thì { $what }.
sweep-rises = lên hạng { $rank }
sweep-falls = xuống hạng { $rank }
# $names, $rank
sweep-rises-past = bắt kịp { $names }, lên hạng { $rank }
# $names, $rank
sweep-falls-behind = bị { $names } vượt, xuống hạng { $rank }
sweep-all-move = Đổi điểm tối đa thì giá trị của mọi { $unit } đổi theo.
# $indicator, $max
sweep-suppose-max = Giả định { $indicator } có điểm tối đa { $max }
sweep-runs = Hạng theo điểm tối đa, quanh mức hiện nay
sweep-all-runs = Tất cả { NUMBER($count) } khoảng điểm tối đa
sweep-up-caught = Khi tăng tới đây: bắt kịp
sweep-up-passed = Khi tăng tới đây: bị vượt bởi
