## Mỗi chỉ số chính đo gì (theo tên các chỉ số thành phần của Quyết định 922)

measures-awareness =
    Vai trò của người đứng đầu trong chuyển đổi số và việc tuyên truyền trên cổng thông tin, báo chí, phát
    thanh, truyền hình của { $unit }.
measures-institutions =
    Nghị quyết, kế hoạch, kiến trúc chính quyền điện tử và các chính sách của { $unit } cho chuyển đổi số.
measures-infrastructure =
    Điện thoại thông minh, Internet băng rộng cáp quang, mạng truyền số liệu chuyên dùng đến cấp xã, trung
    tâm dữ liệu và các nền tảng số dùng chung.
measures-workforce =
    Tổ công nghệ số cộng đồng, công chức và viên chức làm chuyển đổi số, việc đào tạo và bồi dưỡng kỹ năng
    số.
measures-security =
    Hệ thống thông tin được phê duyệt cấp độ và bảo vệ, máy chủ và máy trạm được phòng chống mã độc, diễn
    tập, xử lý sự cố và chi cho an toàn thông tin.
measures-smart-city =
    Đề án, kiến trúc ICT và việc đo lường KPI phát triển đô thị thông minh.
measures-government =
    Cổng thông tin, dữ liệu mở, dịch vụ công trực tuyến và hồ sơ xử lý trực tuyến, các nền tảng số cho quản
    trị nội bộ.
measures-economy =
    Tỷ trọng kinh tế số trong GRDP, doanh nghiệp công nghệ số, doanh nghiệp nhỏ và vừa dùng nền tảng số,
    hợp đồng và thuế điện tử, tên miền .vn.
measures-society =
    Định danh điện tử, tài khoản giao dịch, chữ ký số, địa chỉ số và kỹ năng số của người dân, chi ngân
    sách cho xã hội số.
