## Hộp thoại mã nhúng

embed-heading = Đặt công cụ này vào trang của bạn
embed-lead =
    Khung nhúng mang kịch bản đang xem. Nó chỉ tải từ trang này, không đặt cookie, không lưu gì trên máy
    người đọc.
embed-from-file =
    Trang này đang mở từ một tệp trên máy nên không ai khác nhúng được. Hãy mở trang trên mạng rồi lấy
    mã nhúng ở đó.
embed-own-left-out =
    Số liệu riêng của bạn ở lại trên máy này và không vào mã nhúng, nên khung có thể hiện kết quả khác
    với trang này.
embed-too-large = Kịch bản quá lớn cho một liên kết: khung nhúng sẽ mở số liệu đã công bố.
embed-options = Tùy chọn
embed-language = Ngôn ngữ
embed-height = Chiều cao cố định (px)
embed-locked = Không cho đổi { $unit } và kỳ
embed-static = Chỉ xem, không có thanh trượt
embed-plain = Bỏ tiêu đề và khung
embed-transparent = Nền trong suốt
embed-api = Trang của bạn nhận và đặt kịch bản (dti:change, dti:set)
embed-sliders-offered = Chỉ số được thử
embed-preview = Xem trước
embed-preview-width = Chiều rộng xem trước (px)
embed-code = Mã nhúng
embed-frame = Chỉ khung, chiều cao cố định
embed-frame-hint = Dùng được ở hầu hết hệ quản trị nội dung.
embed-listener = Khung tự đổi chiều cao
embed-listener-hint = Cần cho phép một đoạn script nhỏ trong bài.
embed-element = Thẻ <dti-whatif>
embed-element-hint =
    Tự đổi chiều cao; script có mã kiểm tra và không bao giờ đổi. Nội dung trong thẻ hiện ra khi khung
    không tải được.
embed-copy = Sao chép mã
embed-copied = Đã sao chép.
embed-copy-denied = Trình duyệt không cho sao chép. Mã đã được chọn: nhấn Ctrl+C.
# $name
embed-title = Thử kịch bản DTI: { $name }
embed-open = Mở công cụ thử kịch bản DTI
