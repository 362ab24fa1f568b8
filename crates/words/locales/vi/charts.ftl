## Thanh công cụ của mỗi biểu đồ, mỗi bảng

figure-chart = Biểu đồ
figure-table = Bảng
figure-source = Nguồn
figure-files = Tải về
# $kind
figure-file = Tải { $kind }
figure-copy = Sao chép
figure-copied = Đã sao chép, có thể dán vào Word, Zalo.
figure-copy-denied = Trình duyệt không cho sao chép. Hãy sao chép từ ô dưới đây.
figure-no-file = Không thấy tệp tải xuống?
# $kind
figure-by-hand = Hãy sao chép từ đây, dạng { $kind }:
figure-plain = văn bản
# $title
figure-from = Nguồn: { $title }; tính bằng dti-whatif.
