## Tên các phân tích

# $name
analyses-of = Phân tích: { $name }
analysis-plan = Kế hoạch lên hạng
analysis-neighbourhood = Khoảng cách với hạng trên và dưới
analysis-explain = Vì sao đổi hạng
analysis-stability = Độ chắc chắn
analysis-sensitivity = Điều gì làm hạng không chắc
analysis-sweep = Hạng theo một chỉ số
analysis-merger = Sáp nhập
analysis-compare = So sánh
analysis-peers =
    { $ranked ->
        [provinces] Tỉnh tương đồng
       *[other] Đơn vị tương đồng
    }
analysis-bridge = Giữa hai bộ chỉ số
