<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
<context>
    <name>AmountCard</name>
    <message><source>Kinh phí hỗ trợ</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có gói chính sách nào để tính.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Answer</name>
    <message><source>không đủ điều kiện</source><translation type="unfinished"></translation></message>
    <message><source>sớm</source><translation type="unfinished"></translation></message>
    <message><source>BHXH</source><translation type="unfinished"></translation></message>
    <message><source>bình quân</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>AppraisalNotes</name>
    <message><source>Ghi chú thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Quyết định với bản trước</source><translation type="unfinished"></translation></message>
    <message><source>Đã sửa so với lần gửi trước</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có số liệu</source><translation type="unfinished"></translation></message>
    <message><source>Kiểm tra ở đây</source><translation type="unfinished"></translation></message>
    <message><source>Giải trình của đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Quyết định</source><translation type="unfinished"></translation></message>
    <message><source>Không có cảnh báo, giải trình hay mức hỗ trợ nào còn thiếu số liệu.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>AppraisalPage</name>
    <message><source>Thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Người được đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Chỉ người mới và người sửa</source><translation type="unfinished"></translation></message>
    <message><source>In kết quả (Biểu 05)…</source><translation type="unfinished"></translation></message>
    <message><source>Chấp thuận, điều chỉnh, trả lại, từ chối</source><translation type="unfinished"></translation></message>
    <message><source>Ghi quyết định đã nhập lý do</source><translation type="unfinished"></translation></message>
    <message><source>Người trước, người sau</source><translation type="unfinished"></translation></message>
    <message><source>Hiện hoặc ẩn văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Trang văn bản trước, sau</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu tính, hai bên đặt cạnh nhau</source><translation type="unfinished"></translation></message>
    <message><source>NHÁP · {0} người · chỉ để xem</source><translation type="unfinished"></translation></message>
    <message><source>{0} người · {1} đã quyết định · {2} có khác biệt</source><translation type="unfinished"></translation></message>
    <message><source>Quyết định nhầm, rút ngay</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại danh sách</source><translation type="unfinished"></translation></message>
    <message><source>Phiếu tính: {name}</source><translation type="unfinished"></translation></message>
    <message><source>Ghi Biểu 05 vào</source><translation type="unfinished"></translation></message>
    <message><source>In kết quả thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Rút quyết định</source><translation type="unfinished"></translation></message>
    <message><source>Lý do rút</source><translation type="unfinished"></translation></message>
    <message><source>Đã rút quyết định.</source><translation type="unfinished"></translation></message>
    <message><source>Tìm người không có khác biệt</source><translation type="unfinished"></translation></message>
    <message><source>{0} người không có khác biệt, không có lỗi hay cảnh báo chưa giải trình. Tổng số: {1}.</source><translation type="unfinished"></translation></message>
    <message><source>Chấp thuận hàng loạt</source><translation type="unfinished"></translation></message>
    <message><source>Chấp thuận {0} người</source><translation type="unfinished"></translation></message>
    <message><source>Đã chấp thuận {0} người, {1}.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa mở gói nào</source><translation type="unfinished"></translation></message>
    <message><source>Ở đây thẩm định từng người của một gói đề nghị: số khai, số tính lại và văn bản đặt cạnh nhau.</source><translation type="unfinished"></translation></message>
    <message><source>Mở hộp thư</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ApprovalBox</name>
    <message><source>Chưa chọn</source><translation type="unfinished"></translation></message>
    <message><source>chưa có ngày</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ApprovalForm</name>
    <message><source>Văn bản mới</source><translation type="unfinished"></translation></message>
    <message><source>Ví dụ 123/QĐ-UBND hoặc 45-QĐ/TU.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Số, ký hiệu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ngày ban hành</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Cơ quan ban hành</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ghi văn bản</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message><source>Văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Kéo bản quét vào đây hoặc bấm để chọn tệp</source><translation type="unfinished"></translation></message>
    <message><source>Mở trang văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Số, ký hiệu</source><translation type="unfinished"></translation></message>
    <message><source>Ngày</source><translation type="unfinished"></translation></message>
    <message><source>Số người</source><translation type="unfinished"></translation></message>
    <message><source>Bản quét</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan ban hành</source><translation type="unfinished"></translation></message>
    <message><source>Văn bản phê duyệt</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có văn bản nào</source><translation type="unfinished"></translation></message>
    <message><source>Quyết định hoặc văn bản đồng ý là căn cứ của danh sách. Nhập danh sách Excel sẽ tự ghi các văn bản.</source><translation type="unfinished"></translation></message>
    <message><source>Thêm văn bản</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Thêm văn bản</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Gỡ bản quét</source><translation type="unfinished"></translation></message>
    <message><source>Văn bản này chưa có bản quét.</source><translation type="unfinished"></translation></message>
    <message><source>Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source><translation type="unfinished"></translation></message>
    <message><source>Chọn bản quét</source><translation type="unfinished"></translation></message>
    <message><source>Gắn {name}</source><translation type="unfinished"></translation></message>
    <message><source>Đã gắn {name}, nhưng {faults}. Quét lại hoặc giải trình ở trang Kiểm tra.</source><translation type="unfinished"></translation></message>
    <message><source>Đã gắn {name}, {pages} trang.</source><translation type="unfinished"></translation></message>
    <message><source>Đã gỡ bản quét khỏi {number}.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hoàn tác</source><translation type="unfinished"></translation></message>
    <message><source>Chưa gắn {names}: chỉ nhận PDF, JPG, PNG, TIF. Xuất hoặc quét lại thành một trong các loại đó.</source><translation type="unfinished"></translation></message>
    <message><source>chưa có</source><translation type="unfinished"></translation></message>
    <message><source>, cần xem lại</source><translation type="unfinished"></translation></message>
    <message><source>{pages} trang</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Arrivals</name>
    <message><source>Gói cần xem xét</source><translation type="unfinished"></translation></message>
    <message><source>Đã xem xét…</source><translation type="unfinished"></translation></message>
    <message><source>Cảnh báo</source><translation type="unfinished"></translation></message>
    <message><source>Nhận ngay</source><translation type="unfinished"></translation></message>
    <message><source>Nhận không chờ…</source><translation type="unfinished"></translation></message>
    <message><source>Xóa…</source><translation type="unfinished"></translation></message>
    <message><source>Đang chờ</source><translation type="unfinished"></translation></message>
    <message><source>Đã tìm hiểu được gì về gói này?</source><translation type="unfinished"></translation></message>
    <message><source>Xem xét cảnh báo</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao nhận gói này mà không chờ gói trước?</source><translation type="unfinished"></translation></message>
    <message><source>Nhận không chờ</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói {0}</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao xóa gói {0}?</source><translation type="unfinished"></translation></message>
    <message><source>Xóa gói đang chờ</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>BannerBar</name>
    <message><source>Đóng thông báo</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>BirthEdit</name>
    <message><source>“{0}” không phải là ngày sinh. Viết ngày/tháng/năm, tháng/năm hoặc chỉ năm.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Career</name>
    <message><source>Diễn biến tiền lương</source><translation type="unfinished"></translation></message>
    <message><source>Quá trình đóng bảo hiểm xã hội</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số lương theo ngạch, bậc</source><translation type="unfinished"></translation></message>
    <message><source>PC chức vụ</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số phụ cấp chức vụ lãnh đạo</source><translation type="unfinished"></translation></message>
    <message><source>Vượt khung %</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp thâm niên vượt khung, phần trăm của hệ số lương</source><translation type="unfinished"></translation></message>
    <message><source>TN nghề %</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp thâm niên nghề, phần trăm</source><translation type="unfinished"></translation></message>
    <message><source>CL bảo lưu</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số chênh lệch bảo lưu</source><translation type="unfinished"></translation></message>
    <message><source>Bậc</source><translation type="unfinished"></translation></message>
    <message><source>Bậc lương trong ngạch</source><translation type="unfinished"></translation></message>
    <message><source>Công vụ %</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp công vụ, phần trăm</source><translation type="unfinished"></translation></message>
    <message><source>Ưu đãi %</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp ưu đãi nghề, phần trăm</source><translation type="unfinished"></translation></message>
    <message><source>TN theo nghề %</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp trách nhiệm theo nghề, phần trăm</source><translation type="unfinished"></translation></message>
    <message><source>Lương HĐ</source><translation type="unfinished"></translation></message>
    <message><source>Mức lương theo hợp đồng, đồng một tháng, thay cho hệ số</source><translation type="unfinished"></translation></message>
    <message><source>Tiền TN nghề</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp thâm niên nghề ghi bằng tiền, đồng một tháng</source><translation type="unfinished"></translation></message>
    <message><source>PC khác</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số phụ cấp khác, không tính vào tiền lương</source><translation type="unfinished"></translation></message>
    <message><source>Tên PC khác</source><translation type="unfinished"></translation></message>
    <message><source>Tên của phụ cấp khác</source><translation type="unfinished"></translation></message>
    <message><source>Đi làm</source><translation type="unfinished"></translation></message>
    <message><source>Có đi làm, hưởng lương hay không</source><translation type="unfinished"></translation></message>
    <message><source>Lương cơ sở</source><translation type="unfinished"></translation></message>
    <message><source>Mức lương cơ sở mà đơn vị đã dùng, để đối chiếu</source><translation type="unfinished"></translation></message>
    <message><source>Nơi làm việc</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan, đơn vị đóng bảo hiểm xã hội</source><translation type="unfinished"></translation></message>
    <message><source>Bắt buộc</source><translation type="unfinished"></translation></message>
    <message><source>Đóng bảo hiểm xã hội bắt buộc</source><translation type="unfinished"></translation></message>
    <message><source>Đã hưởng</source><translation type="unfinished"></translation></message>
    <message><source>Đã hưởng trợ cấp thôi việc, bảo hiểm xã hội một lần hoặc phục viên</source><translation type="unfinished"></translation></message>
    <message><source>Nặng nhọc</source><translation type="unfinished"></translation></message>
    <message><source>Làm nghề nặng nhọc, độc hại, nguy hiểm</source><translation type="unfinished"></translation></message>
    <message><source>Vùng ĐBKK</source><translation type="unfinished"></translation></message>
    <message><source>Làm việc ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn</source><translation type="unfinished"></translation></message>
    <message><source>Chế độ đã hưởng</source><translation type="unfinished"></translation></message>
    <message><source>Chế độ đã hưởng, nếu biết</source><translation type="unfinished"></translation></message>
    <message><source>Chưa rõ</source><translation type="unfinished"></translation></message>
    <message><source>Từ tháng</source><translation type="unfinished"></translation></message>
    <message><source>Tháng đầu, viết tháng/năm</source><translation type="unfinished"></translation></message>
    <message><source>Đến tháng</source><translation type="unfinished"></translation></message>
    <message><source>Tháng cuối, tính cả tháng này, viết tháng/năm</source><translation type="unfinished"></translation></message>
    <message><source>Đã chọn chế độ đã hưởng mà chưa đánh dấu cột Đã hưởng. Đánh dấu hoặc bỏ chọn.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>CaseFacts</name>
    <message><source>Lý do tinh giản</source><translation type="unfinished"></translation></message>
    <message><source>Theo quyết định; danh mục lấy từ gói chính sách của đợt.</source><translation type="unfinished"></translation></message>
    <message><source>Lý do</source><translation type="unfinished"></translation></message>
    <message><source>Đánh dấu nếu đang thuộc trường hợp này; thường để trống.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa xem xét tinh giản khi</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Cells</name>
    <message><source>Tháng cuối đứng trước tháng đầu. Sửa một trong hai tháng.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có tháng. Viết tháng/năm.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không phải là một tháng. Viết tháng/năm.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không phải là một số. Viết số với dấu phẩy thập phân.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có hệ số lương. Viết hệ số với dấu phẩy thập phân.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không phải là một số tiền. Viết số đồng, dấu chấm giữa các nhóm ba chữ số.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có số tiền. Viết số đồng.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không phải là một bậc lương. Viết số từ 1 đến 99.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không phải là một ngày. Viết ngày/tháng/năm.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không có trong danh sách. Chọn một trong: {1}.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Changes</name>
    <message><source>Thay đổi của gói</source><translation type="unfinished"></translation></message>
    <message><source>Những thay đổi của gói</source><translation type="unfinished"></translation></message>
    <message><source>Thêm văn bản: {0}</source><translation type="unfinished"></translation></message>
    <message><source>Bớt văn bản: {0}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ChangesPanel</name>
    <message><source>Nhận &amp;gói này</source><translation type="unfinished"></translation></message>
    <message><source>Đó&amp;ng</source><translation type="unfinished"></translation></message>
    <message><source>Gói này sẽ thay đổi những gì?</source><translation type="unfinished"></translation></message>
    <message><source>Gói này đã thay đổi những gì?</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Chưa nhận</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>CheckCataloguePage</name>
    <message><source>Danh mục kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Mức</source><translation type="unfinished"></translation></message>
    <message><source>Mọi mức</source><translation type="unfinished"></translation></message>
    <message><source>Khâu</source><translation type="unfinished"></translation></message>
    <message><source>Mọi khâu</source><translation type="unfinished"></translation></message>
    <message><source>Nhóm lỗi</source><translation type="unfinished"></translation></message>
    <message><source>Mọi nhóm lỗi</source><translation type="unfinished"></translation></message>
    <message><source>Xuất &amp;Excel…</source><translation type="unfinished"></translation></message>
    <message><source>Xuất &amp;PDF…</source><translation type="unfinished"></translation></message>
    <message><source>Nội dung kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>{0} trong {1} kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Tìm trong danh mục</source><translation type="unfinished"></translation></message>
    <message><source>Mã</source><translation type="unfinished"></translation></message>
    <message><source>Số lần gặp</source><translation type="unfinished"></translation></message>
    <message><source>Thông báo</source><translation type="unfinished"></translation></message>
    <message><source>{0} lỗi chặn đóng gói · {1} cảnh báo cần giải trình · {2} lưu ý</source><translation type="unfinished"></translation></message>
    <message><source>Cách sửa: {0}</source><translation type="unfinished"></translation></message>
    <message><source>Căn cứ: {0}</source><translation type="unfinished"></translation></message>
    <message><source>Tham số: {0}</source><translation type="unfinished"></translation></message>
    <message><source>Do gói chính sách {0} quy định</source><translation type="unfinished"></translation></message>
    <message><source>Ghi danh mục kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Tìm theo mã, nội dung, căn cứ; không cần gõ dấu</source><translation type="unfinished"></translation></message>
    <message><source>Tìm kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Không có kiểm tra nào khớp</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ bớt chữ tìm hoặc điều kiện lọc.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ChecksPage</name>
    <message><source>Kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Kiểm tra như Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Mục tiếp theo</source><translation type="unfinished"></translation></message>
    <message><source>Mục trước</source><translation type="unfinished"></translation></message>
    <message><source>Tới ô cần sửa</source><translation type="unfinished"></translation></message>
    <message><source>Giải trình</source><translation type="unfinished"></translation></message>
    <message><source>Lý do, đi cùng gói để người thẩm định đọc</source><translation type="unfinished"></translation></message>
    <message><source>Giải trình mục &amp;này</source><translation type="unfinished"></translation></message>
    <message><source>Cho &amp;mọi mục cùng mã</source><translation type="unfinished"></translation></message>
    <message><source>{errors} lỗi chặn đóng gói · {warnings} cảnh báo chưa giải trình</source><translation type="unfinished"></translation></message>
    <message><source>Mọi hồ sơ của đợt đã gửi nên không còn giải trình được.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ChoiceBox</name>
    <message><source>Chưa chọn</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>CiteFields</name>
    <message><source>&amp;Văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Đ&amp;iều</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Khoản</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Điểm</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ComparisonView</name>
    <message><source>Khai</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại</source><translation type="unfinished"></translation></message>
    <message><source>So sánh từng bước</source><translation type="unfinished"></translation></message>
    <message><source>Bước</source><translation type="unfinished"></translation></message>
    <message><source>So sánh</source><translation type="unfinished"></translation></message>
    <message><source>khác từ đây</source><translation type="unfinished"></translation></message>
    <message><source>khớp</source><translation type="unfinished"></translation></message>
    <message><source>khác</source><translation type="unfinished"></translation></message>
    <message><source>do bước trên</source><translation type="unfinished"></translation></message>
    <message><source>chỉ bên trái có</source><translation type="unfinished"></translation></message>
    <message><source>chỉ bên phải có</source><translation type="unfinished"></translation></message>
    <message><source>Hai bên giống nhau ở mọi bước.</source><translation type="unfinished"></translation></message>
    <message><source>Khác từ bước “{step}”: {left} {declared}, {right} {computed}.</source><translation type="unfinished"></translation></message>
    <message><source>không có</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>CorrectionBox</name>
    <message><source>Rút cả &amp;danh sách…</source><translation type="unfinished"></translation></message>
    <message><source>Gói này: {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Mục đích của &amp;gói</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lý do thay thế</source><translation type="unfinished"></translation></message>
    <message><source> (phù hợp)</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao rút mọi người đã gửi mà chưa có quyết định?</source><translation type="unfinished"></translation></message>
    <message><source>Rút cả danh sách</source><translation type="unfinished"></translation></message>
    <message><source>Đã rút {0} người. Ký và ghi gói để báo Sở Tài chính.</source><translation type="unfinished"></translation></message>
    <message><source>Thêm</source><translation type="unfinished"></translation></message>
    <message><source>Sửa</source><translation type="unfinished"></translation></message>
    <message><source>Rút</source><translation type="unfinished"></translation></message>
    <message><source>{0} và {1} người khác</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DataStep</name>
    <message><source>Dữ liệu của đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ qua bước này thì hồ sơ trống; dựng lại sau ở trang Đơn vị &amp; chứng thư, trước khi nhập danh sách mới.</source><translation type="unfinished"></translation></message>
    <message><source>Khóa đã trở lại. Dữ liệu lấy lại từ chính các gói mà đơn vị đã gửi.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DateEdit</name>
    <message><source>“{0}” không phải là một ngày. Viết ngày/tháng/năm hoặc tháng/năm.</source><translation type="unfinished"></translation></message>
    <message><source>“{0}” không phải là một ngày. Viết ngày/tháng/năm.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DecisionBar</name>
    <message><source>Chấp thuận (A)</source><translation type="unfinished"></translation></message>
    <message><source>Điều chỉnh (D)</source><translation type="unfinished"></translation></message>
    <message><source>Trả lại (B)</source><translation type="unfinished"></translation></message>
    <message><source>Từ chối (T)</source><translation type="unfinished"></translation></message>
    <message><source>Rút quyết định</source><translation type="unfinished"></translation></message>
    <message><source>← Người trước</source><translation type="unfinished"></translation></message>
    <message><source>Người sau →</source><translation type="unfinished"></translation></message>
    <message><source>Văn bản (F6)</source><translation type="unfinished"></translation></message>
    <message><source>Chấp thuận hàng loạt…</source><translation type="unfinished"></translation></message>
    <message><source>Chấp thuận mọi người không có khác biệt, lỗi hay cảnh báo chưa giải trình</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DecisionEntry</name>
    <message><source>Lý do quyết định</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ghi quyết định (Ctrl+Enter)</source><translation type="unfinished"></translation></message>
    <message><source>Thôi (Esc)</source><translation type="unfinished"></translation></message>
    <message><source>Số tiền t&amp;hẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Cả hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mục</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lý do</source><translation type="unfinished"></translation></message>
    <message><source>không có</source><translation type="unfinished"></translation></message>
    <message><source>{0}: đơn vị khai {1}, tính lại {2}.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DraftPage</name>
    <message><source>Soạn chính sách</source><translation type="unfinished"></translation></message>
    <message><source>Hoàn tác</source><translation>Undo</translation></message>
    <message><source>Làm lại</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ bản soạn</source><translation type="unfinished"></translation></message>
    <message><source>Thùng</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có bản soạn nào</source><translation type="unfinished"></translation></message>
    <message><source>Bản soạn bắt đầu từ một gói đang có, với số phiên bản kế tiếp; lưu lại sau mỗi việc.</source><translation type="unfinished"></translation></message>
    <message><source>Tới trang Chính sách</source><translation type="unfinished"></translation></message>
    <message><source>Lấy lại {0} · {1}</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có bản soạn nào. Mở trang Chính sách và bấm Soạn phiên bản mới.</source><translation type="unfinished"></translation></message>
    <message><source>{0} · đã lưu {1}</source><translation type="unfinished"></translation></message>
    <message><source>Thẻ tiếp theo</source><translation type="unfinished"></translation></message>
    <message><source>Hoàn tác việc soạn vừa làm</source><translation type="unfinished"></translation></message>
    <message><source>Làm lại việc vừa hoàn tác</source><translation type="unfinished"></translation></message>
    <message><source>Trong công thức: chọn tên theo tiếng Việt</source><translation type="unfinished"></translation></message>
    <message><source>Đọc hồ sơ đang mở</source><translation type="unfinished"></translation></message>
    <message><source>Tính được</source><translation type="unfinished"></translation></message>
    <message><source>Còn lỗi</source><translation type="unfinished"></translation></message>
    <message><source>Đã bỏ bản soạn vào thùng.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hoàn tác</source><translation type="unfinished"></translation></message>
    <message><source>Đã công bố {0} phiên bản {1}. Gói nằm ở {2}: chép cho các đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>Bản soạn</source><translation type="unfinished"></translation></message>
    <message><source>&amp;1 Số liệu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;2 Công thức</source><translation type="unfinished"></translation></message>
    <message><source>&amp;3 Tên gọi, thời hạn</source><translation type="unfinished"></translation></message>
    <message><source>&amp;4 Trường hợp mẫu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;5 Văn bản YAML</source><translation type="unfinished"></translation></message>
    <message><source>&amp;6 So sánh và công bố</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DraftSending</name>
    <message><source>Gửi bản nhá&amp;p…</source><translation type="unfinished"></translation></message>
    <message><source>Gửi đợt như đang có, kể cả còn lỗi, để xin ý kiến; không phải gói chính thức</source><translation type="unfinished"></translation></message>
    <message><source>Ghi bản nháp vào thư mục hoặc USB</source><translation type="unfinished"></translation></message>
    <message><source>Ký và ghi bản nháp</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>DropZone</name>
    <message><source>Kéo tệp {0} vào đây, hoặc</source><translation type="unfinished"></translation></message>
    <message><source>Chọn tệp…</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ExamplesTab</name>
    <message><source>Trường hợp mẫu</source><translation type="unfinished"></translation></message>
    <message><source>Sử&amp;a trường hợp đang chọn</source><translation type="unfinished"></translation></message>
    <message><source>Thê&amp;m trường hợp mẫu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Bỏ trường hợp này</source><translation type="unfinished"></translation></message>
    <message><source>Công thức hoặc mức còn lỗi nên chưa chạy được.</source><translation type="unfinished"></translation></message>
    <message><source>{0} trường hợp mẫu, {1} không đạt.</source><translation type="unfinished"></translation></message>
    <message><source>Mã</source><translation type="unfinished"></translation></message>
    <message><source>Kết quả</source><translation type="unfinished"></translation></message>
    <message><source>Không đạt</source><translation type="unfinished"></translation></message>
    <message><source>Đạt</source><translation type="unfinished"></translation></message>
    <message><source>Nhóm</source><translation type="unfinished"></translation></message>
    <message><source>Cách nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Số tính tay</source><translation type="unfinished"></translation></message>
    <message><source>Nguồn</source><translation type="unfinished"></translation></message>
    <message><source>Đã bỏ các bước trung gian ghi theo số cũ: {0}. Số tiền tính tay vẫn được kiểm tra.</source><translation type="unfinished"></translation></message>
    <message><source>Thêm trường hợp mẫu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Như người mẫu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Giới tính</source><translation type="unfinished"></translation></message>
    <message><source>Ngày &amp;sinh</source><translation type="unfinished"></translation></message>
    <message><source>Thời &amp;điểm nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Số &amp;tiền tính tay</source><translation type="unfinished"></translation></message>
    <message><source>Ng&amp;uồn của số tính tay</source><translation type="unfinished"></translation></message>
    <message><source>không được hưởng</source><translation type="unfinished"></translation></message>
    <message><source>không có số tiền</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ExchangePanel</name>
    <message><source>Gửi và nhận gói</source><translation type="unfinished"></translation></message>
    <message><source>Qua &amp;USB hoặc thư mục dùng chung</source><translation type="unfinished"></translation></message>
    <message><source>Qua &amp;thư điện tử</source><translation type="unfinished"></translation></message>
    <message><source>Chỉ nhận &amp;danh sách đã mã hóa</source><translation type="unfinished"></translation></message>
    <message><source>Gói lớn hơn giới hạn được chia thành nhiều phần có đánh số, từng phần đều ký và mã hóa. Nơi nhận ghép lại khi đủ các phần, theo thứ tự nào cũng được.</source><translation type="unfinished"></translation></message>
    <message><source>Thư điện tử làm tệp lớn thêm khoảng một phần ba: nếu máy chủ thư không nhận, hạ giới hạn này.</source><translation type="unfinished"></translation></message>
    <message><source>Danh sách và gói nháp không mã hóa bị từ chối khi nhận: ai cầm tệp cũng đọc được.</source><translation type="unfinished"></translation></message>
    <message><source>mỗi tệp tối đa</source><translation type="unfinished"></translation></message>
    <message><source>MB</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FailureWords</name>
    <message><source>Khác ở bước “{0}”: tính ra {1}, trường hợp mẫu ghi {2}.</source><translation type="unfinished"></translation></message>
    <message><source>Trường hợp mẫu ghi còn mức chưa có số liệu ({0}); nay đã có số. Tính tay rồi ghi số tiền.</source><translation type="unfinished"></translation></message>
    <message><source>Tính ra còn mức chưa có số liệu ({0}); trường hợp mẫu ghi: {1}.</source><translation type="unfinished"></translation></message>
    <message><source>không còn mức nào</source><translation type="unfinished"></translation></message>
    <message><source>hồ sơ của người mẫu</source><translation type="unfinished"></translation></message>
    <message><source>kiểm tra riêng của gói</source><translation type="unfinished"></translation></message>
    <message><source>thuộc phạm vi của chính sách</source><translation type="unfinished"></translation></message>
    <message><source>được hưởng</source><translation type="unfinished"></translation></message>
    <message><source>Tổng số tiền</source><translation type="unfinished"></translation></message>
    <message><source>không có gì</source><translation type="unfinished"></translation></message>
    <message><source>có</source><translation type="unfinished"></translation></message>
    <message><source>không</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Faults</name>
    <message><source>Có lỗi ngoài dự kiến</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Field</name>
    <message><source>Họ và tên</source><translation type="unfinished"></translation></message>
    <message><source>Giới tính</source><translation type="unfinished"></translation></message>
    <message><source>Ngày sinh</source><translation type="unfinished"></translation></message>
    <message><source>Số CCCD</source><translation type="unfinished"></translation></message>
    <message><source>Ngày sinh theo hồ sơ gốc</source><translation type="unfinished"></translation></message>
    <message><source>Căn cứ ngày sinh</source><translation type="unfinished"></translation></message>
    <message><source>Lý do chọn căn cứ ngày sinh</source><translation type="unfinished"></translation></message>
    <message><source>Mã số BHXH</source><translation type="unfinished"></translation></message>
    <message><source>Chức vụ, chức danh</source><translation type="unfinished"></translation></message>
    <message><source>Nơi công tác</source><translation type="unfinished"></translation></message>
    <message><source>Trình độ đào tạo</source><translation type="unfinished"></translation></message>
    <message><source>Loại hình lao động</source><translation type="unfinished"></translation></message>
    <message><source>Diện quản lý cán bộ</source><translation type="unfinished"></translation></message>
    <message><source>Số tài khoản</source><translation type="unfinished"></translation></message>
    <message><source>Ngân hàng</source><translation type="unfinished"></translation></message>
    <message><source>Nhóm đối tượng</source><translation type="unfinished"></translation></message>
    <message><source>Trường hợp nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Thời điểm nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Lý do tinh giản</source><translation type="unfinished"></translation></message>
    <message><source>Trường hợp chưa xem xét tinh giản</source><translation type="unfinished"></translation></message>
    <message><source>Đề nghị tuổi nghỉ hưu thấp hơn</source><translation type="unfinished"></translation></message>
    <message><source>Suy giảm khả năng lao động</source><translation type="unfinished"></translation></message>
    <message><source>Tháng giám định y khoa</source><translation type="unfinished"></translation></message>
    <message><source>Khoản đã nhận trước</source><translation type="unfinished"></translation></message>
    <message><source>Quá trình công tác</source><translation type="unfinished"></translation></message>
    <message><source>Ngạch, bậc</source><translation type="unfinished"></translation></message>
    <message><source>Quá trình lương</source><translation type="unfinished"></translation></message>
    <message><source>Quá trình đóng BHXH</source><translation type="unfinished"></translation></message>
    <message><source>Đã đối chiếu với sổ BHXH</source><translation type="unfinished"></translation></message>
    <message><source>Thời gian đóng BHXH đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Số tháng nghỉ trước tuổi đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số lương đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Phụ cấp chức vụ đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Số năm đóng BHXH đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Tiền lương tháng đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Số tiền đã khai</source><translation type="unfinished"></translation></message>
    <message><source>Văn bản phê duyệt</source><translation type="unfinished"></translation></message>
    <message><source>Số văn bản phê duyệt</source><translation type="unfinished"></translation></message>
    <message><source>Ngày văn bản phê duyệt</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan ban hành văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Bản quét văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Giải trình</source><translation type="unfinished"></translation></message>
    <message><source>Số thứ tự</source><translation type="unfinished"></translation></message>
    <message><source>Ghi chú</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FigureEdit</name>
    <message><source>“{0}” không phải là một số. Viết ví dụ 12.000.000, 0,5 hoặc 1/3.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FigureForm</name>
    <message><source>Mức của văn bản</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ghi mức này</source><translation type="unfinished"></translation></message>
    <message><source>Thêm mức từ ngà&amp;y khác</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị: {0}</source><translation type="unfinished"></translation></message>
    <message><source>Mức chắc chắn là “chưa có số liệu” mà vẫn có số. Chọn mức chắc chắn khác hoặc bỏ số.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ghi số. Chưa biết thì chọn mức chắc chắn “chưa có số liệu”.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ghi ngày bắt đầu áp dụng.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa chọn văn bản.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ghi điều của văn bản.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa chọn mức chắc chắn.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Số</source><translation type="unfinished"></translation></message>
    <message><source>Số tiền ghi bằng đồng.</source><translation type="unfinished"></translation></message>
    <message><source>Ngày</source><translation type="unfinished"></translation></message>
    <message><source>Áp dụng &amp;từ ngày</source><translation type="unfinished"></translation></message>
    <message><source>Mức &amp;chắc chắn</source><translation type="unfinished"></translation></message>
    <message><source>G&amp;hi chú</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FiguresTab</name>
    <message><source>Các mức của chính sách</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Bỏ mức này</source><translation type="unfinished"></translation></message>
    <message><source>Thêm văn bả&amp;n…</source><translation type="unfinished"></translation></message>
    <message><source>Thêm &amp;mức mới…</source><translation type="unfinished"></translation></message>
    <message><source>Nội dung</source><translation type="unfinished"></translation></message>
    <message><source>Giá trị</source><translation type="unfinished"></translation></message>
    <message><source>Từ ngày</source><translation type="unfinished"></translation></message>
    <message><source>Căn cứ</source><translation type="unfinished"></translation></message>
    <message><source>Mức chắc chắn</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FinanceTrustStep</name>
    <message><source>Tin cậy: gốc của Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ qua bước này thì chưa cấp được chứng thư cho đơn vị nào và chưa nhận được gói nào. Thiết lập sau ở trang Đơn vị &amp; chứng thư.</source><translation type="unfinished"></translation></message>
    <message><source>Mọi chứng thư dẫn về gốc tin cậy. Đơn vị chỉ tin gốc có dấu vân tay giống tờ do Sở in, đóng dấu.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FindingList</name>
    <message><source>Tới chỗ &amp;sửa</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Giải trình…</source><translation type="unfinished"></translation></message>
    <message><source>Danh sách lỗi và cảnh báo</source><translation type="unfinished"></translation></message>
    <message><source>Đã giải trình: {0}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Findings</name>
    <message><source>{0} lỗi</source><translation type="unfinished"></translation></message>
    <message><source>{0} cảnh báo</source><translation type="unfinished"></translation></message>
    <message><source>{0} lưu ý</source><translation type="unfinished"></translation></message>
    <message><source>Không còn lỗi hay cảnh báo nào.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FirstRun</name>
    <message><source>Tinh Giản – thiết lập</source><translation type="unfinished"></translation></message>
    <message><source>‹ &amp;Quay lại</source><translation type="unfinished"></translation></message>
    <message><source>Khôi phục từ &amp;bản sao lưu…</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ q&amp;ua bước này</source><translation type="unfinished"></translation></message>
    <message><source>Tiếp tục ›</source><translation type="unfinished"></translation></message>
    <message><source>Khóa và mật khẩu</source><translation type="unfinished"></translation></message>
    <message><source>Tin cậy: so dấu vân tay</source><translation type="unfinished"></translation></message>
    <message><source>Chính sách</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Vào làm việc</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tiếp tục ›</source><translation type="unfinished"></translation></message>
    <message><source>Dữ liệu của đơn vị</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FormulaTab</name>
    <message><source>&amp;Thêm khoản…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Bỏ khoản này</source><translation type="unfinished"></translation></message>
    <message><source>Gói chưa có trường hợp nào cho nhóm và cách nghỉ này.</source><translation type="unfinished"></translation></message>
    <message><source>Chọn mẫu để bắt đầu…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhóm</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Cách nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Các công thức của trường hợp này</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mẫu công thức</source><translation type="unfinished"></translation></message>
    <message><source>C&amp;ông thức</source><translation type="unfinished"></translation></message>
    <message><source>Ctrl+Cách: chọn tên theo tiếng Việt.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>FurtherFacts</name>
    <message><source>Đề nghị tính theo tuổi nghỉ hưu thấp hơn</source><translation type="unfinished"></translation></message>
    <message><source>Vì suy giảm khả năng lao động</source><translation type="unfinished"></translation></message>
    <message><source>Tuổi nghỉ hưu thấp hơn</source><translation type="unfinished"></translation></message>
    <message><source>Khoản đã nhận trước</source><translation type="unfinished"></translation></message>
    <message><source>Vì nghề nặng nhọc, độc hại, vùng đặc biệt khó khăn hoặc suy giảm khả năng lao động.</source><translation type="unfinished"></translation></message>
    <message><source>Đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Lý do sức khỏe</source><translation type="unfinished"></translation></message>
    <message><source>Tháng Hội đồng giám định y khoa kết luận, viết tháng/năm.</source><translation type="unfinished"></translation></message>
    <message><source>Tháng giám định y khoa</source><translation type="unfinished"></translation></message>
    <message><source>Tiền đã nhận theo chính sách này hoặc chính sách khác.</source><translation type="unfinished"></translation></message>
    <message><source>Đã nhận</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>HomePage</name>
    <message><source>Việc cần làm</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lập đợt mới…</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ImpactView</name>
    <message><source>Người</source><translation type="unfinished"></translation></message>
    <message><source>Thay đổi</source><translation type="unfinished"></translation></message>
    <message><source>Đang là</source><translation type="unfinished"></translation></message>
    <message><source>Sẽ là</source><translation type="unfinished"></translation></message>
    <message><source>Chênh lệch</source><translation type="unfinished"></translation></message>
    <message><source>Thuộc</source><translation type="unfinished"></translation></message>
    <message><source>Những người thay đổi</source><translation type="unfinished"></translation></message>
    <message><source>Chưa so sánh</source><translation type="unfinished"></translation></message>
    <message><source>Bấm So sánh để biết ai thay đổi và thay đổi bao nhiêu theo bản đang soạn.</source><translation type="unfinished"></translation></message>
    <message><source>Không ai thay đổi</source><translation type="unfinished"></translation></message>
    <message><source>Phiên bản này không đổi kết quả của ai trong những người được so sánh.</source><translation type="unfinished"></translation></message>
    <message><source>chưa có</source><translation type="unfinished"></translation></message>
    <message><source>So sánh phiên bản {0} → {1}</source><translation type="unfinished"></translation></message>
    <message><source>{0} người đủ điều kiện nhưng còn mức chưa có số liệu.</source><translation type="unfinished"></translation></message>
    <message><source>Ở đây không có ai đang được tính theo chính sách này.</source><translation type="unfinished"></translation></message>
    <message><source>Trong {0} người, {1} người thay đổi</source><translation type="unfinished"></translation></message>
    <message><source>Tổng theo chính sách này: {0} → {1} ({2}).</source><translation type="unfinished"></translation></message>
    <message><source>chưa có số tiền</source><translation type="unfinished"></translation></message>
    <message><source>chưa tính được</source><translation type="unfinished"></translation></message>
    <message><source>không được hưởng</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Inbox</name>
    <message><source>Đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Đợt</source><translation type="unfinished"></translation></message>
    <message><source>Loại gói</source><translation type="unfinished"></translation></message>
    <message><source>Số người</source><translation type="unfinished"></translation></message>
    <message><source>Số đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Chờ thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Đã nhận</source><translation type="unfinished"></translation></message>
    <message><source>Gửi qua</source><translation type="unfinished"></translation></message>
    <message><source>Phiếu</source><translation type="unfinished"></translation></message>
    <message><source>Số phiếu tiếp nhận đã lập</source><translation type="unfinished"></translation></message>
    <message><source>Tệp</source><translation type="unfinished"></translation></message>
    <message><source> (THỰC HÀNH)</source><translation type="unfinished"></translation></message>
    <message><source>NHÁP · </source><translation type="unfinished"></translation></message>
    <message><source>gộp {0} gói</source><translation type="unfinished"></translation></message>
    <message><source>{0} gói {1}</source><translation type="unfinished"></translation></message>
    <message><source>NHÁP</source><translation type="unfinished"></translation></message>
    <message><source>đã có gói sau</source><translation type="unfinished"></translation></message>
    <message><source>xong</source><translation type="unfinished"></translation></message>
    <message><source>chưa lập</source><translation type="unfinished"></translation></message>
    <message><source>hôm nay</source><translation type="unfinished"></translation></message>
    <message><source>{0} ngày</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>InboxPage</name>
    <message><source>Hộp thư</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhận gói…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Gửi kết quả…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Phiếu tiếp nhận…</source><translation type="unfinished"></translation></message>
    <message><source>Xem tha&amp;y đổi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Xóa bản nháp…</source><translation type="unfinished"></translation></message>
    <message><source>{0} gói · {1} người · {2} người chờ thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói {0}</source><translation type="unfinished"></translation></message>
    <message><source>Chưa nhận gói nào</source><translation type="unfinished"></translation></message>
    <message><source>Đây là danh sách các gói đề nghị do đơn vị gửi đến. Nhận gói từ thẻ nhớ, hoặc kéo tệp vào đây.</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói…</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Gói Tinh Giản ({0})</source><translation type="unfinished"></translation></message>
    <message><source>Xóa bản nháp</source><translation type="unfinished"></translation></message>
    <message><source>Xóa gói nháp {0}? Đơn vị có thể gửi lại.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lập phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
    <message><source>Ký và ghi gói kết quả</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi gói kết quả {0}. Chuyển tệp này cho đơn vị.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>KeptSecret</name>
    <message><source>Nhớ trên máy này</source><translation type="unfinished"></translation></message>
    <message><source>Giữ mật khẩu trong kho mật khẩu của hệ điều hành; ai vào được tài khoản này thì ký được.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa nhớ được mật khẩu</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>KeyChart</name>
    <message><source>Phím tắt</source><translation type="unfinished"></translation></message>
    <message><source>Đóng</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>KeyPlace</name>
    <message><source>Cù&amp;ng nơi với khóa đang dùng</source><translation type="unfinished"></translation></message>
    <message><source>Trong t&amp;ệp trên máy này, mở bằng mật khẩu</source><translation type="unfinished"></translation></message>
    <message><source>Trên &amp;thẻ ký số (USB token), mở bằng mã PIN</source><translation type="unfinished"></translation></message>
    <message><source>Chọn tệp…</source><translation type="unfinished"></translation></message>
    <message><source>Tì&amp;m thẻ</source><translation type="unfinished"></translation></message>
    <message><source>Đang tìm thẻ…</source><translation type="unfinished"></translation></message>
    <message><source>Tìm thẻ ký số</source><translation type="unfinished"></translation></message>
    <message><source>Chưa chọn</source><translation type="unfinished"></translation></message>
    <message><source>T&amp;rình điều khiển của thẻ</source><translation type="unfinished"></translation></message>
    <message><source>Thẻ &amp;và khóa</source><translation type="unfinished"></translation></message>
    <message><source>Trình điều khiển của thẻ</source><translation type="unfinished"></translation></message>
    <message><source>Thẻ và khóa</source><translation type="unfinished"></translation></message>
    <message><source>Trình điều khiển (*.dll *.so *.dylib)</source><translation type="unfinished"></translation></message>
    <message><source>Tệp trình điều khiển do nơi cấp thẻ đưa</source><translation type="unfinished"></translation></message>
    <message><source>Cắm thẻ, rồi chọn trình điều khiển do nơi cấp thẻ đưa.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa thấy thẻ nào. Cắm thẻ, chờ đèn sáng rồi bấm Tìm thẻ.</source><translation type="unfinished"></translation></message>
    <message><source>Mã PIN được hỏi khi tạo khóa và mỗi lần ký; chương trình không lưu mã PIN.</source><translation type="unfinished"></translation></message>
    <message><source>{0}: tạo khóa mới trên thẻ</source><translation type="unfinished"></translation></message>
    <message><source>{0}: khóa có sẵn {1}, dùng chứng thư do {2} cấp</source><translation type="unfinished"></translation></message>
    <message><source>{0}: khóa có sẵn {1}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>KeysStep</name>
    <message><source>Khóa và mật khẩu</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ qua bước này thì nhập và kiểm tra hồ sơ được, nhưng chưa ký, chưa gửi và chưa mở được gói mã hóa nào. Tạo khóa sau ở trang Đơn vị &amp; chứng thư.</source><translation type="unfinished"></translation></message>
    <message><source>Khóa dùng để ký gói thay cho chữ ký của cơ quan, và để mở gói gửi đến cơ quan.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>LabelledField</name>
    <message><source>(nên có)</source><translation type="unfinished"></translation></message>
    <message><source>bắt buộc</source><translation type="unfinished"></translation></message>
    <message><source>nên có</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>LanguagePanel</name>
    <message><source>Ngôn ngữ của chương trình</source><translation type="unfinished"></translation></message>
    <message><source>Dùng từ lần mở chương trình sau. Văn bản pháp luật, biểu in, phần giải thích cách tính và mọi thứ trong gói gửi đi luôn bằng tiếng Việt.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ListIntake</name>
    <message><source>Bảng tính (*.xlsx *.xlsm *.xls *.ods)</source><translation type="unfinished"></translation></message>
    <message><source>Nhập danh sách Excel</source><translation type="unfinished"></translation></message>
    <message><source>Đọc danh sách</source><translation type="unfinished"></translation></message>
    <message><source>Nhập danh sách</source><translation type="unfinished"></translation></message>
    <message><source>Đã nhập {people} người: {complete} đủ số liệu, {drafts} còn thiếu.</source><translation type="unfinished"></translation></message>
    <message><source>{known} người đã có trong đợt, giữ nguyên.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Xem các ô cần sửa</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ListedChoice</name>
    <message><source>Chưa chọn</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>MailPage</name>
    <message><source>Hộp thư</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mở gói…</source><translation type="unfinished"></translation></message>
    <message><source>{0} gói đã mở và kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Loại gói</source><translation type="unfinished"></translation></message>
    <message><source>Nơi ký</source><translation type="unfinished"></translation></message>
    <message><source>Số</source><translation type="unfinished"></translation></message>
    <message><source>Lập ngày</source><translation type="unfinished"></translation></message>
    <message><source>Gửi cho</source><translation type="unfinished"></translation></message>
    <message><source>Tệp</source><translation type="unfinished"></translation></message>
    <message><source>mọi đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Chưa mở gói nào</source><translation type="unfinished"></translation></message>
    <message><source>Mở gói gửi đến Sở Nội vụ để kiểm tra chữ ký, nơi gửi và nội dung còn nguyên hay không. Việc thẩm định đối tượng, gửi ý kiến và tổng hợp vướng mắc sẽ có ở bản sau của chương trình.</source><translation type="unfinished"></translation></message>
    <message><source>Mở gói…</source><translation type="unfinished"></translation></message>
    <message><source>Mở gói</source><translation type="unfinished"></translation></message>
    <message><source>Gói Tinh Giản ({0})</source><translation type="unfinished"></translation></message>
    <message><source>Kiểm tra gói {0}</source><translation type="unfinished"></translation></message>
    <message><source>{0}: chữ ký đúng, nội dung còn nguyên. Gói này chưa được lưu.</source><translation type="unfinished"></translation></message>
    <message><source>Ký bởi {0} ({1}). {2} tệp kèm theo. Mã băm {3}.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Messages</name>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
    <message><source>Đã hiểu</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>MoneyEdit</name>
    <message><source>“{0}” không phải là một số tiền. Viết số đồng, dấu chấm giữa các nhóm ba chữ số.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>MonthEdit</name>
    <message><source>“{0}” không phải là một tháng. Viết tháng/năm.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>MonthStrip</name>
    <message><source>Các tháng nghỉ có thể thử</source><translation type="unfinished"></translation></message>
    <message><source>Phím mũi tên trái, phải đổi tháng; Page Up, Page Down đổi năm.</source><translation type="unfinished"></translation></message>
    <message><source>Tháng {month}: {words}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>NamesTab</name>
    <message><source>Tên gọi, căn cứ, thời hạn</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ghi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tên gọi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hạn</source><translation type="unfinished"></translation></message>
    <message><source>Phần</source><translation type="unfinished"></translation></message>
    <message><source>Tên gọi</source><translation type="unfinished"></translation></message>
    <message><source>Hạn</source><translation type="unfinished"></translation></message>
    <message><source>Căn cứ</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ghi tên gọi.</source><translation type="unfinished"></translation></message>
    <message><source>Tên gọi và căn cứ</source><translation type="unfinished"></translation></message>
    <message><source>Phần còn lại của mỗi mục sửa ở thẻ Văn bản YAML.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>NewParts</name>
    <message><source>Thêm</source><translation type="unfinished"></translation></message>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
    <message><source>Thêm văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Số, ký hiệu</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan ban hành</source><translation type="unfinished"></translation></message>
    <message><source>Ngày ban hành</source><translation type="unfinished"></translation></message>
    <message><source>Thêm mức mới</source><translation type="unfinished"></translation></message>
    <message><source>Tên mức</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Thêm khoản hỗ trợ</source><translation type="unfinished"></translation></message>
    <message><source>Tên khoản hỗ trợ, như in ra biểu</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>NewPassphrase</name>
    <message><source>Gợi ý</source><translation type="unfinished"></translation></message>
    <message><source>Hiện chữ</source><translation type="unfinished"></translation></message>
    <message><source>Hai lần nhập khác nhau.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>OfficeStep</name>
    <message><source>Cơ quan và chế độ làm việc</source><translation type="unfinished"></translation></message>
    <message><source>Thông tin này in trên biểu mẫu và ghi trong mọi gói; mã đơn vị do Sở Tài chính cấp.</source><translation type="unfinished"></translation></message>
    <message><source>Hồ sơ đã lập; mã và tên đơn vị không đổi được nữa.</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan, đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Chữ không dấu, số, gạch nối; ví dụ UBQ-01.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Chế độ</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mã đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tên đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan cấp t&amp;rên</source><translation type="unfinished"></translation></message>
    <message><source>Đị&amp;a danh</source><translation type="unfinished"></translation></message>
    <message><source>Người làm việc</source><translation type="unfinished"></translation></message>
    <message><source>Người &amp;lập</source><translation type="unfinished"></translation></message>
    <message><source>T&amp;hủ trưởng</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PagePreview</name>
    <message><source>Trang văn bản</source><translation type="unfinished"></translation></message>
    <message><source>Chưa chọn văn bản nào để xem.</source><translation type="unfinished"></translation></message>
    <message><source>Trang trước (Page Up)</source><translation type="unfinished"></translation></message>
    <message><source>Trang sau (Page Down)</source><translation type="unfinished"></translation></message>
    <message><source>Thu nhỏ (Ctrl+−)</source><translation type="unfinished"></translation></message>
    <message><source>Phóng to (Ctrl++)</source><translation type="unfinished"></translation></message>
    <message><source>Vừa ngang</source><translation type="unfinished"></translation></message>
    <message><source>Vừa chiều ngang (Ctrl+0)</source><translation type="unfinished"></translation></message>
    <message><source>Xoay</source><translation type="unfinished"></translation></message>
    <message><source>Xoay một góc vuông khi xem</source><translation type="unfinished"></translation></message>
    <message><source>Không hiển thị được trang này. Mở tệp gốc để xem.</source><translation type="unfinished"></translation></message>
    <message><source>Trang {0}/{1}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PapersView</name>
    <message><source>Bản quét</source><translation type="unfinished"></translation></message>
    <message><source>Người này không có bản quét văn bản nào kèm theo.</source><translation type="unfinished"></translation></message>
    <message><source>Mở bản quét</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PathChoice</name>
    <message><source>Chọn tệp…</source><translation type="unfinished"></translation></message>
    <message><source>Chọn thư mục…</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Payment</name>
    <message><source>Khoản đã nhận trước</source><translation type="unfinished"></translation></message>
    <message><source>Chính sách</source><translation type="unfinished"></translation></message>
    <message><source>Văn bản hoặc chính sách đã chi trả</source><translation type="unfinished"></translation></message>
    <message><source>Số tiền</source><translation type="unfinished"></translation></message>
    <message><source>Số tiền đã nhận, đồng</source><translation type="unfinished"></translation></message>
    <message><source>Ngày nhận</source><translation type="unfinished"></translation></message>
    <message><source>Ngày nhận tiền, nếu biết</source><translation type="unfinished"></translation></message>
    <message><source>Nguồn chi</source><translation type="unfinished"></translation></message>
    <message><source>Cơ quan hoặc nguồn kinh phí đã chi</source><translation type="unfinished"></translation></message>
    <message><source>Cùng nội dung</source><translation type="unfinished"></translation></message>
    <message><source>Đã chi cho cùng nội dung đang đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có chính sách đã chi trả. Viết tên văn bản.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>People</name>
    <message><source>Họ và tên</source><translation type="unfinished"></translation></message>
    <message><source>Trạng thái</source><translation type="unfinished"></translation></message>
    <message><source>Khai</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại</source><translation type="unfinished"></translation></message>
    <message><source>So sánh</source><translation type="unfinished"></translation></message>
    <message><source>Gói này</source><translation type="unfinished"></translation></message>
    <message><source>chưa có số liệu</source><translation type="unfinished"></translation></message>
    <message><source>khác</source><translation type="unfinished"></translation></message>
    <message><source>khớp</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PeoplePage</name>
    <message><source>Đối tượng</source><translation type="unfinished"></translation></message>
    <message><source>Lọc theo tên, CCCD, không cần dấu</source><translation type="unfinished"></translation></message>
    <message><source>Lọc danh sách</source><translation type="unfinished"></translation></message>
    <message><source>Thêm người</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao? Từng bước tính</source><translation type="unfinished"></translation></message>
    <message><source>Tới mục cần sửa tiếp theo</source><translation type="unfinished"></translation></message>
    <message><source>Nếu như: thử tháng nghỉ khác</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu tính của người này</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu tính của cả đợt</source><translation type="unfinished"></translation></message>
    <message><source>Sang ô kế tiếp; trên danh sách: mở hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>Phiếu tính: {name}</source><translation type="unfinished"></translation></message>
    <message><source>Phiếu tính của {round}</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có ai trong đợt</source><translation type="unfinished"></translation></message>
    <message><source>Danh sách Excel đang có dùng được ngay; từng ô chưa đọc được sẽ được báo rõ.</source><translation type="unfinished"></translation></message>
    <message><source>Nhập Excel…</source><translation type="unfinished"></translation></message>
    <message><source>Danh sách đối tượng</source><translation type="unfinished"></translation></message>
    <message><source>Thêm người (Ctrl+N)</source><translation type="unfinished"></translation></message>
    <message><source>Nhập &amp;Excel…</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu cả đợt…</source><translation type="unfinished"></translation></message>
    <message><source>In Phiếu tính hỗ trợ (Biểu 03) của mọi người vào một tệp (Ctrl+Shift+P)</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Bỏ</source><translation type="unfinished"></translation></message>
    <message><source>‹ &amp;Danh sách</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lưu ô đang nhập</source><translation type="unfinished"></translation></message>
    <message><source>Đã bỏ {name} vào thùng rác.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hoàn tác</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi tháng nghỉ đang thử vào hồ sơ của {name}.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PeopleTable</name>
    <message><source>chưa có</source><translation type="unfinished"></translation></message>
    <message><source>TT</source><translation type="unfinished"></translation></message>
    <message><source>Họ và tên</source><translation type="unfinished"></translation></message>
    <message><source>Số tiền</source><translation type="unfinished"></translation></message>
    <message><source>Trạng thái</source><translation type="unfinished"></translation></message>
    <message><source>Danh sách đối tượng</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PeriodModel</name>
    <message><source>có</source><translation type="unfinished"></translation></message>
    <message><source>không</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PeriodTable</name>
    <message><source>Thêm dòng</source><translation type="unfinished"></translation></message>
    <message><source>Xóa dòng</source><translation type="unfinished"></translation></message>
    <message><source>Lấy lại dòng vừa xóa</source><translation type="unfinished"></translation></message>
    <message><source>Thêm cột</source><translation type="unfinished"></translation></message>
    <message><source>Hiện các cột ít dùng; cột đã có số liệu luôn hiện.</source><translation type="unfinished"></translation></message>
    <message><source> Còn {0} ô khác cũng cần sửa.</source><translation type="unfinished"></translation></message>
    <message><source>Dòng {0}, cột {1}: </source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PersonCorrections</name>
    <message><source>Sửa bả&amp;n đã gửi…</source><translation type="unfinished"></translation></message>
    <message><source>Lập bản sau của hồ sơ đã gửi; bản đã gửi giữ nguyên</source><translation type="unfinished"></translation></message>
    <message><source>Th&amp;ôi rút</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Rút khỏi đề nghị…</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao sửa bản đã gửi?</source><translation type="unfinished"></translation></message>
    <message><source>Sửa bản đã gửi</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao rút {0}?</source><translation type="unfinished"></translation></message>
    <message><source>Rút khỏi đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hoàn tác</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PersonForm</name>
    <message><source>{state}: hồ sơ chỉ để xem. Muốn đề nghị lại thì dùng nút ở phía trên.</source><translation type="unfinished"></translation></message>
    <message><source>{state}: hồ sơ chỉ để xem. Muốn sửa thì bấm “Sửa bản đã gửi”.</source><translation type="unfinished"></translation></message>
    <message><source>{state}: hồ sơ chỉ để xem. Chỉ sửa được khi Sở Tài chính trả lại, từ trang Kết quả.</source><translation type="unfinished"></translation></message>
    <message><source>Đã đối chiế&amp;u với sổ BHXH</source><translation type="unfinished"></translation></message>
    <message><source>Nhân thân</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Họ và tên</source><translation type="unfinished"></translation></message>
    <message><source>Số &amp;CCCD</source><translation type="unfinished"></translation></message>
    <message><source>12 chữ số.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ngày sinh</source><translation type="unfinished"></translation></message>
    <message><source>Ngày/tháng/năm; chỉ biết năm: 1965.</source><translation type="unfinished"></translation></message>
    <message><source>Giới &amp;tính</source><translation type="unfinished"></translation></message>
    <message><source>Chức &amp;vụ, chức danh</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị công tác</source><translation type="unfinished"></translation></message>
    <message><source>Nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Nhó&amp;m đối tượng</source><translation type="unfinished"></translation></message>
    <message><source>T&amp;rường hợp</source><translation type="unfinished"></translation></message>
    <message><source>Ngày đầu tiên không còn làm việc; 11/2024 là ngày 01/11/2024.</source><translation type="unfinished"></translation></message>
    <message><source>Thời đ&amp;iểm nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Văn bản &amp;phê duyệt</source><translation type="unfinished"></translation></message>
    <message><source>Cần với nhóm tự nguyện nghỉ công tác trước tuổi.</source><translation type="unfinished"></translation></message>
    <message><source>Diện &amp;quản lý</source><translation type="unfinished"></translation></message>
    <message><source>Đối tượng</source><translation type="unfinished"></translation></message>
    <message><source>Quá trình</source><translation type="unfinished"></translation></message>
    <message><source>Diễn biến &amp;lương</source><translation type="unfinished"></translation></message>
    <message><source>Quá trình đóng BH&amp;XH</source><translation type="unfinished"></translation></message>
    <message><source>Thông tin khác</source><translation type="unfinished"></translation></message>
    <message><source>Ngạch, hạng</source><translation type="unfinished"></translation></message>
    <message><source>Mã số BHXH</source><translation type="unfinished"></translation></message>
    <message><source>Trình độ chuyên môn</source><translation type="unfinished"></translation></message>
    <message><source>Số tài khoản</source><translation type="unfinished"></translation></message>
    <message><source>Ngân hàng</source><translation type="unfinished"></translation></message>
    <message><source>Ghi chú</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PersonPane</name>
    <message><source>Chép</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu…</source><translation type="unfinished"></translation></message>
    <message><source>Cần làm</source><translation type="unfinished"></translation></message>
    <message><source>Vì &amp;sao?</source><translation type="unfinished"></translation></message>
    <message><source>Nếu như</source><translation type="unfinished"></translation></message>
    <message><source>Từng bước tính, căn cứ và mức chắc chắn (F7)</source><translation type="unfinished"></translation></message>
    <message><source>Thử tháng nghỉ, trường hợp, tiền lương khác; hồ sơ giữ nguyên (F9)</source><translation type="unfinished"></translation></message>
    <message><source>Chép toàn bộ diễn giải để dán vào thư, văn bản</source><translation type="unfinished"></translation></message>
    <message><source>In Phiếu tính hỗ trợ (Biểu 03) của người này (Ctrl+P)</source><translation type="unfinished"></translation></message>
    <message><source>Chính sách được giải thích</source><translation type="unfinished"></translation></message>
    <message><source>Chưa chọn ai</source><translation type="unfinished"></translation></message>
    <message><source>Chọn một người trong danh sách bên trái.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PersonView</name>
    <message><source>In phiếu…</source><translation type="unfinished"></translation></message>
    <message><source>Phiếu tính (Biểu 03), số khai và số tính lại đặt cạnh nhau (Ctrl+P)</source><translation type="unfinished"></translation></message>
    <message><source>Khai: {0}</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại: {0}</source><translation type="unfinished"></translation></message>
    <message><source>THỰC HÀNH: số liệu giả định, không quyết định được.</source><translation type="unfinished"></translation></message>
    <message><source>Khai</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại</source><translation type="unfinished"></translation></message>
    <message><source>Chính sách</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PinPrompt</name>
    <message><source>Mã PIN của thẻ ký số</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tiếp tục</source><translation type="unfinished"></translation></message>
    <message><source>Thẻ “{0}” giữ gốc tin cậy. Mã &amp;PIN của thẻ:</source><translation type="unfinished"></translation></message>
    <message><source>Thẻ “{0}” giữ khóa ký. Mã &amp;PIN của thẻ:</source><translation type="unfinished"></translation></message>
    <message><source>Lần trước mã PIN nhập sai. Nhập sai nhiều lần, thẻ sẽ bị khóa.</source><translation type="unfinished"></translation></message>
    <message><source>Chỉ còn MỘT lần nhập. Sai lần này, thẻ sẽ bị khóa: nếu không chắc, bấm Thôi.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Policy</name>
    <message><source>Mức</source><translation type="unfinished"></translation></message>
    <message><source>Mức lương cơ sở</source><translation type="unfinished"></translation></message>
    <message><source>cách tính</source><translation type="unfinished"></translation></message>
    <message><source>Bảng</source><translation type="unfinished"></translation></message>
    <message><source>mỗi năm thêm {0} tháng</source><translation type="unfinished"></translation></message>
    <message><source>không bắt buộc</source><translation type="unfinished"></translation></message>
    <message><source>bắt buộc</source><translation type="unfinished"></translation></message>
    <message><source>Giấy tờ</source><translation type="unfinished"></translation></message>
    <message><source>hằng năm, {0}</source><translation type="unfinished"></translation></message>
    <message><source>Thời hạn</source><translation type="unfinished"></translation></message>
    <message><source> tuổi </source><translation type="unfinished"></translation></message>
    <message><source> tháng</source><translation type="unfinished"></translation></message>
    <message><source> tuổi</source><translation type="unfinished"></translation></message>
    <message><source>nữ</source><translation type="unfinished"></translation></message>
    <message><source> tháng: </source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PolicyChange</name>
    <message><source>Phiên bản khác của chính sách</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lý do</source><translation type="unfinished"></translation></message>
    <message><source>Á&amp;p dụng phiên bản này</source><translation type="unfinished"></translation></message>
    <message><source>Thôi, giữ phiên bản đang dùng</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói {0}</source><translation type="unfinished"></translation></message>
    <message><source>So sánh phiên bản {0}</source><translation type="unfinished"></translation></message>
    <message><source>Gói này đang được dùng ở đây: phiên bản {0}. Không có gì thay đổi.</source><translation type="unfinished"></translation></message>
    <message><source>Hồ sơ đã gửi giữ nguyên phiên bản đã gửi cùng.</source><translation type="unfinished"></translation></message>
    <message><source>Phiên bản {0} đã có ở đây. {1}</source><translation type="unfinished"></translation></message>
    <message><source>Phiên bản {0} do {1} ký ngày {2}. Chữ ký, quyền công bố và {3} trường hợp mẫu đều đạt. {4}</source><translation type="unfinished"></translation></message>
    <message><source>Áp dụng phiên bản</source><translation type="unfinished"></translation></message>
    <message><source>Từ nay tính theo phiên bản {0}: {1} người thay đổi.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PolicyPage</name>
    <message><source>Chính sách</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhận gói chính sách…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Soạn phiên bản mới</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Chép gói cho đơn vị…</source><translation type="unfinished"></translation></message>
    <message><source>Số liệu của chính sách</source><translation type="unfinished"></translation></message>
    <message><source>{0} gói chính sách · {1} mức hỗ trợ chưa có số liệu</source><translation type="unfinished"></translation></message>
    <message><source>Nội dung</source><translation type="unfinished"></translation></message>
    <message><source>Giá trị</source><translation type="unfinished"></translation></message>
    <message><source>Từ ngày</source><translation type="unfinished"></translation></message>
    <message><source>Căn cứ</source><translation type="unfinished"></translation></message>
    <message><source>Mức chắc chắn</source><translation type="unfinished"></translation></message>
    <message><source>Loại</source><translation type="unfinished"></translation></message>
    <message><source>Đã xác nhận</source><translation type="unfinished"></translation></message>
    <message><source>Chưa xác nhận</source><translation type="unfinished"></translation></message>
    <message><source>Chép gói chính sách vào</source><translation type="unfinished"></translation></message>
    <message><source>Đã chép {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói chính sách</source><translation type="unfinished"></translation></message>
    <message><source>Gói Tinh Giản (*.asice)</source><translation type="unfinished"></translation></message>
    <message><source>chưa định</source><translation type="unfinished"></translation></message>
    <message><source>{0} · phiên bản {1} · hiệu lực từ {2} đến {3} · mã {4}</source><translation type="unfinished"></translation></message>
    <message><source>THỰC HÀNH: số liệu giả định, không dùng để đề nghị hay thẩm định.</source><translation type="unfinished"></translation></message>
    <message><source>{0} mức chưa có số liệu; đứng đầu bảng.</source><translation type="unfinished"></translation></message>
    <message><source>Gói chính sách</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PolicyStep</name>
    <message><source>Chính sách</source><translation type="unfinished"></translation></message>
    <message><source>Chương trình tính theo các gói chính sách dưới đây. Gói do Sở Tài chính phát hành (csach-….asice) nạp ở đây nếu đã có, hoặc sau này ở trang Chính sách; trước đó cần gói tin cậy để kiểm tra chữ ký.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nạp gói chính sách…</source><translation type="unfinished"></translation></message>
    <message><source>Nạp gói chính sách</source><translation type="unfinished"></translation></message>
    <message><source>Gói Tinh Giản (*.asice)</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PolicyVersions</name>
    <message><source>Phiên bản của gói</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Xem phiên bản này…</source><translation type="unfinished"></translation></message>
    <message><source>Phiên bản {0}</source><translation type="unfinished"></translation></message>
    <message><source>, đang dùng</source><translation type="unfinished"></translation></message>
    <message><source>Đi cùng chương trình</source><translation type="unfinished"></translation></message>
    <message><source>Từ gói {0}, {1}, {2}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PrintView</name>
    <message><source>Xem trước bản in</source><translation type="unfinished"></translation></message>
    <message><source>‹ Quay lại</source><translation type="unfinished"></translation></message>
    <message><source>Lưu thành tệp…</source><translation type="unfinished"></translation></message>
    <message><source>Mở để in</source><translation type="unfinished"></translation></message>
    <message><source>Đang lập bản in…</source><translation type="unfinished"></translation></message>
    <message><source>Lưu bản in</source><translation type="unfinished"></translation></message>
    <message><source>Tệp PDF (*.pdf)</source><translation type="unfinished"></translation></message>
    <message><source>Đã lưu {file}.</source><translation type="unfinished"></translation></message>
    <message><source>Máy này chưa có chương trình mở tệp PDF. Lưu thành tệp rồi in ở máy khác.</source><translation type="unfinished"></translation></message>
    <message><source>Mở bằng chương trình xem PDF của máy, in từ đó</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Program</name>
    <message><source>Chưa mở được hồ sơ</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>PublishTab</name>
    <message><source>&amp;So sánh</source><translation type="unfinished"></translation></message>
    <message><source>Ghi gói vào thư mục hoặc USB</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ký và công bố</source><translation type="unfinished"></translation></message>
    <message><source>Còn {0} mức chưa có số liệu: {1}. Ai cần đến những mức này sẽ chưa có số tiền.</source><translation type="unfinished"></translation></message>
    <message><source>Mọi trường hợp mẫu đều đạt, mọi mức có căn cứ: công bố được.</source><translation type="unfinished"></translation></message>
    <message><source>So sánh</source><translation type="unfinished"></translation></message>
    <message><source>Ký và công bố</source><translation type="unfinished"></translation></message>
    <message><source>Hồ sơ đang mở</source><translation type="unfinished"></translation></message>
    <message><source>Người trong trường hợp mẫu</source><translation type="unfinished"></translation></message>
    <message><source>So sánh trên ai</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Phiên bản</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hiệu lực từ</source><translation type="unfinished"></translation></message>
    <message><source>đế&amp;n</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tình trạng</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>RailItem</name>
    <message><source>có việc đang chờ</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>RatioEdit</name>
    <message><source>“{0}” không phải là một số. Viết số với dấu phẩy thập phân.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ReceiptMaking</name>
    <message><source>Lập phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
    <message><source>Đã lập {0} phiếu tiếp nhận: số {1}. Chuyển các tệp cho đơn vị.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message><source>Lập phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
    <message><source>C&amp;họn thư mục…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ký và ghi phiếu</source><translation type="unfinished"></translation></message>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
    <message><source>Lập cho cả {0} gói chưa có phiế&amp;u</source><translation type="unfinished"></translation></message>
    <message><source>Gói này đã có phiếu số {0}; lập lại thì giữ số và thời điểm nhận.</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi phiếu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation type="unfinished"></translation></message>
    <message><source>Chọn thư mục ghi phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ReceivedSearch</name>
    <message><source>Tìm</source><translation type="unfinished"></translation></message>
    <message><source>Không thấy ai có “{0}” trong họ tên, số CCCD hay số quyết định của các gói đã nhận.</source><translation type="unfinished"></translation></message>
    <message><source>Còn {0} người nữa; gõ thêm họ tên hoặc số để thu hẹp</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>RestoreStep</name>
    <message><source>Khôi phục từ bản sao lưu</source><translation type="unfinished"></translation></message>
    <message><source>Dùng khi máy cũ hỏng: chọn tệp sao lưu khóa (sao-luu-khoa-….khoa.age), nhập mười hai từ trên tờ giấy trong phong bì, đặt mật khẩu mới. Tên cơ quan, khóa, chứng thư và gói tin cậy trở lại như cũ.</source><translation type="unfinished"></translation></message>
    <message><source>Bản sao lưu và mã khôi phục</source><translation type="unfinished"></translation></message>
    <message><source>Khôi &amp;phục</source><translation type="unfinished"></translation></message>
    <message><source>Còn ô bắt buộc chưa điền, hoặc hai lần nhập mật khẩu khác nhau.</source><translation type="unfinished"></translation></message>
    <message><source>Đã khôi phục khóa. Nếu có các gói đã gửi, dựng lại dữ liệu ngay dưới đây.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>ResultsPage</name>
    <message><source>Kết quả</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhận gói…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Sửa hồ sơ bị trả</source><translation type="unfinished"></translation></message>
    <message><source>&amp;In kết quả (Biểu 05)…</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu &amp;tiếp nhận…</source><translation type="unfinished"></translation></message>
    <message><source>Kết quả thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Họ và tên</source><translation type="unfinished"></translation></message>
    <message><source>Lần</source><translation type="unfinished"></translation></message>
    <message><source>Đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Lý do</source><translation type="unfinished"></translation></message>
    <message><source>Gói</source><translation type="unfinished"></translation></message>
    <message><source>Chưa gửi danh sách nào</source><translation type="unfinished"></translation></message>
    <message><source>Sau khi gửi, từng người và kết quả thẩm định hiện ở đây.</source><translation type="unfinished"></translation></message>
    <message><source>Ghi Biểu 05 vào</source><translation type="unfinished"></translation></message>
    <message><source>In kết quả thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Gói kết quả hoặc phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
    <message><source>Gói ({0})</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói {0}</source><translation type="unfinished"></translation></message>
    <message><source>Ghi phiếu tiếp nhận vào</source><translation type="unfinished"></translation></message>
    <message><source>In phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>RoundForm</name>
    <message><source>Chữ và số không dấu, ví dụ 2024-2; dùng trong tên gói.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tên đợt</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Kỳ</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Hạn gửi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lập đợt</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SecretDialog</name>
    <message><source>&amp;Mở gói</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhớ trên máy này</source><translation type="unfinished"></translation></message>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SecretWords</name>
    <message><source>Để mở gói; mã PIN của thẻ “{0}” hỏi sau</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SendBack</name>
    <message><source>Trả lại gói</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SendBackPanel</name>
    <message><source>Thư mục ghi gói trả lại</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ký và ghi gói trả lại</source><translation type="unfinished"></translation></message>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
    <message><source>Trả lại gói của {0}</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lý do, và đơn vị cần sửa gì</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SendResults</name>
    <message><source>Gửi kết quả</source><translation type="unfinished"></translation></message>
    <message><source>C&amp;họn thư mục…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ký và ghi gói</source><translation type="unfinished"></translation></message>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
    <message><source>Gửi kết quả cho {0}</source><translation type="unfinished"></translation></message>
    <message><source>Còn {0} người chưa có quyết định; kết quả của họ gửi sau.</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation type="unfinished"></translation></message>
    <message><source>Chọn thư mục ghi gói kết quả</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SentPackages</name>
    <message><source>Gói đã gửi</source><translation type="unfinished"></translation></message>
    <message><source>Loại gói</source><translation type="unfinished"></translation></message>
    <message><source>Gửi lúc</source><translation type="unfinished"></translation></message>
    <message><source>Số người</source><translation type="unfinished"></translation></message>
    <message><source>Phiếu tiếp nhận</source><translation type="unfinished"></translation></message>
    <message><source>Gói gốc</source><translation type="unfinished"></translation></message>
    <message><source>{0} gói {1}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SettingsPage</name>
    <message><source>Cài đặt</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lưu cài đặt</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Bỏ thay đổi</source><translation type="unfinished"></translation></message>
    <message><source>Đã lưu cài đặt. Ngôn ngữ mới dùng từ lần mở chương trình sau.</source><translation type="unfinished"></translation></message>
    <message><source>Đã lưu cài đặt.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Shell</name>
    <message><source>{unit} – Tinh Giản</source><translation type="unfinished"></translation></message>
    <message><source>Tới mục thứ nhất … thứ chín bên trái</source><translation type="unfinished"></translation></message>
    <message><source>Tìm người, số quyết định</source><translation type="unfinished"></translation></message>
    <message><source>Về mục vừa xem</source><translation type="unfinished"></translation></message>
    <message><source>Hoàn tác việc vừa báo</source><translation type="unfinished"></translation></message>
    <message><source>Bảng phím tắt này</source><translation type="unfinished"></translation></message>
    <message><source>Mọi nơi</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SizeLine</name>
    <message><source>Khoảng {size}, gửi qua {channel}: </source><translation type="unfinished"></translation></message>
    <message><source>một tệp (giới hạn {limit}, đổi ở trang Cài đặt).</source><translation type="unfinished"></translation></message>
    <message><source>chia thành {files} phần đã ký, mỗi phần tối đa {limit} (đổi ở trang Cài đặt).</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>StepList</name>
    <message><source>Thiết lập hồ sơ làm việc</source><translation type="unfinished"></translation></message>
    <message><source>đang làm</source><translation type="unfinished"></translation></message>
    <message><source>đã xong</source><translation type="unfinished"></translation></message>
    <message><source>chưa làm</source><translation type="unfinished"></translation></message>
    <message><source>Bước {0} trên {1}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>StepPanel</name>
    <message><source>Đã xong</source><translation type="unfinished"></translation></message>
    <message><source>Chưa làm</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>StepsView</name>
    <message><source>Điều kiện</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có số liệu</source><translation type="unfinished"></translation></message>
    <message><source>Từng bước</source><translation type="unfinished"></translation></message>
    <message><source>Gói {id} phiên bản {version}</source><translation type="unfinished"></translation></message>
    <message><source>Số liệu giả định để tập sử dụng, không dùng để đề nghị hay thẩm định.</source><translation type="unfinished"></translation></message>
    <message><source>Đạt</source><translation type="unfinished"></translation></message>
    <message><source>Không đạt</source><translation type="unfinished"></translation></message>
    <message><source>tính từ các bước trên</source><translation type="unfinished"></translation></message>
    <message><source>theo hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>Cộng {n} tháng: {sum} đ; bình quân {average} đ</source><translation type="unfinished"></translation></message>
    <message><source>{n} tháng</source><translation type="unfinished"></translation></message>
    <message><source>{pay} × lương cơ sở {base}</source><translation type="unfinished"></translation></message>
    <message><source>{sum} đ</source><translation type="unfinished"></translation></message>
    <message><source>đạt</source><translation type="unfinished"></translation></message>
    <message><source>không đạt</source><translation type="unfinished"></translation></message>
    <message><source>Diễn giải từng bước</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SubmitPage</name>
    <message><source>Gửi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Chỉ gửi những người đã đủ, để lại người còn thiếu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;In danh sách (Biểu 01)…</source><translation type="unfinished"></translation></message>
    <message><source>In &amp;bảng kê hồ sơ (Biểu 06)…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ký và ghi gói…</source><translation type="unfinished"></translation></message>
    <message><source>Gửi danh sách đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nơi nhận (mã)</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa ký</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có đợt nào. Lập đợt ở trang Việc cần làm.</source><translation type="unfinished"></translation></message>
    <message><source>{count} người · {total} · chính sách {policies}</source><translation type="unfinished"></translation></message>
    <message><source>Gói tin cậy không có nơi nhận mang mã này. Các nơi nhận: {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Gửi kèm {0} gói của đơn vị trực thuộc: {1} người, {2}. Từng gói giữ nguyên chữ ký.</source><translation type="unfinished"></translation></message>
    <message><source>{n} người còn thiếu số liệu.</source><translation type="unfinished"></translation></message>
    <message><source>Những người này còn {n} lỗi chưa sửa.</source><translation type="unfinished"></translation></message>
    <message><source>Những người này còn {n} cảnh báo chưa giải trình.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ký được: cần khóa và gói tin cậy, xem Đơn vị &amp; chứng thư.</source><translation type="unfinished"></translation></message>
    <message><source>Mọi người trong đợt đã được gửi. Xem trang Kết quả.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có ai đủ số liệu để gửi.</source><translation type="unfinished"></translation></message>
    <message><source>Ghi bản in vào</source><translation type="unfinished"></translation></message>
    <message><source>In danh sách</source><translation type="unfinished"></translation></message>
    <message><source>In bảng kê hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>Ghi gói vào thư mục hoặc USB</source><translation type="unfinished"></translation></message>
    <message><source>Ký và ghi gói</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi {file}: {people} người, {total}. Chép gói này cho Sở Tài chính.</source><translation type="unfinished"></translation></message>
    <message><source> Kèm {0} gói của đơn vị trực thuộc.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Subordinates</name>
    <message><source>Đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Đợt</source><translation type="unfinished"></translation></message>
    <message><source>Số người</source><translation type="unfinished"></translation></message>
    <message><source>Số đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Xử lý</source><translation type="unfinished"></translation></message>
    <message><source>Kết quả</source><translation type="unfinished"></translation></message>
    <message><source>Tệp</source><translation type="unfinished"></translation></message>
    <message><source>Đã gửi trong {0}</source><translation type="unfinished"></translation></message>
    <message><source>{0}/{1} người</source><translation type="unfinished"></translation></message>
    <message><source>Họ và tên</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại</source><translation type="unfinished"></translation></message>
    <message><source>Phát hiện</source><translation type="unfinished"></translation></message>
    <message><source>chưa có số tiền</source><translation type="unfinished"></translation></message>
    <message><source>không có</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>SubordinatesPage</name>
    <message><source>Đơn vị trực thuộc</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhận gói…</source><translation type="unfinished"></translation></message>
    <message><source>N&amp;hận vào</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Bỏ ra</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Trả lại…</source><translation type="unfinished"></translation></message>
    <message><source>Người trong gói</source><translation type="unfinished"></translation></message>
    <message><source>{0} gói đã nhận · {1} gói sẽ gửi kèm: {2} người, {3}</source><translation type="unfinished"></translation></message>
    <message><source>Chưa nhận gói nào</source><translation type="unfinished"></translation></message>
    <message><source>Đây là gói do các đơn vị trực thuộc ký và gửi đến. Xem từng gói, nhận vào để gửi kèm danh sách của đơn vị, hoặc trả lại kèm lý do. Gói được gửi nguyên vẹn, giữ chữ ký của đơn vị lập.</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói…</source><translation type="unfinished"></translation></message>
    <message><source>Tính lại gói</source><translation type="unfinished"></translation></message>
    <message><source>{0} người · {1} người tính lại khác · {2} người cần xem</source><translation type="unfinished"></translation></message>
    <message><source>Đã trả lại</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói của đơn vị trực thuộc</source><translation type="unfinished"></translation></message>
    <message><source>Gói Tinh Giản ({0})</source><translation type="unfinished"></translation></message>
    <message><source>Nhận gói {0}</source><translation type="unfinished"></translation></message>
    <message><source>Gói gửi tiếp một gói chưa nhận</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lý do nhận không chờ gói trước:</source><translation type="unfinished"></translation></message>
    <message><source>Đã nhận {0} của {1}: {2} người, {3}. Xem rồi nhận vào hoặc trả lại.</source><translation type="unfinished"></translation></message>
    <message><source>{0} sẽ gửi kèm lần gửi tới.</source><translation type="unfinished"></translation></message>
    <message><source>{0} không gửi kèm nữa.</source><translation type="unfinished"></translation></message>
    <message><source>Ký và ghi gói trả lại</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi {0}. Chuyển tệp này cho đơn vị; đơn vị nhận ở trang Kết quả, sửa rồi gửi lại.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>TaskStrip</name>
    <message><source>&amp;Dừng</source><translation type="unfinished"></translation></message>
    <message><source>Tiến độ</source><translation type="unfinished"></translation></message>
    <message><source>còn {count} việc nữa</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>TextDialog</name>
    <message><source>&amp;Ghi</source><translation type="unfinished"></translation></message>
    <message><source>Thôi</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>TextTab</name>
    <message><source>Bản soạn dạng văn bản YAML</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ghi và kiểm tra</source><translation type="unfinished"></translation></message>
    <message><source>Tới &amp;dòng lỗi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nhập tệp…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Xuất tệp…</source><translation type="unfinished"></translation></message>
    <message><source>Bản soạn đọc được, mọi công thức đúng đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>Nhập bản soạn</source><translation type="unfinished"></translation></message>
    <message><source>Gói chính sách (*.yaml *.yml)</source><translation type="unfinished"></translation></message>
    <message><source>Xuất bản soạn</source><translation type="unfinished"></translation></message>
    <message><source>Mọi phần của gói, kể cả giấy tờ, thời hạn và kiểm tra. Sửa xong thì ghi để kiểm tra.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Timeline</name>
    <message><source>BHXH</source><translation type="unfinished"></translation></message>
    <message><source>Lương</source><translation type="unfinished"></translation></message>
    <message><source>Chưa nhập quá trình công tác.</source><translation type="unfinished"></translation></message>
    <message><source>{0} tháng</source><translation type="unfinished"></translation></message>
    <message><source>trống {0} tháng</source><translation type="unfinished"></translation></message>
    <message><source>trùng {0} tháng</source><translation type="unfinished"></translation></message>
    <message><source>Trống {0}</source><translation type="unfinished"></translation></message>
    <message><source>Trùng {0}</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>TitleStrip</name>
    <message><source>Đợt đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Đợt đề nghị đang mở</source><translation type="unfinished"></translation></message>
    <message><source>Tìm trong đợt</source><translation type="unfinished"></translation></message>
    <message><source>Tìm người, số QĐ (Ctrl+K)</source><translation type="unfinished"></translation></message>
    <message><source>Trợ giúp và phím tắt</source><translation type="unfinished"></translation></message>
    <message><source>Trợ giúp và phím tắt (F1)</source><translation type="unfinished"></translation></message>
    <message><source>Tinh Giản</source><translation type="unfinished"></translation></message>
    <message><source>Chuyển sang nền sáng</source><translation type="unfinished"></translation></message>
    <message><source>Chuyển sang nền tối</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Tone</name>
    <message><source>Lỗi</source><translation type="unfinished"></translation></message>
    <message><source>Cảnh báo</source><translation type="unfinished"></translation></message>
    <message><source>Đạt</source><translation type="unfinished"></translation></message>
    <message><source>Lưu ý</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>TrialView</name>
    <message><source>Người thử</source><translation type="unfinished"></translation></message>
    <message><source>Bản soạn cho</source><translation type="unfinished"></translation></message>
    <message><source>Lấy từ</source><translation type="unfinished"></translation></message>
    <message><source>Kết quả thử</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có người để thử</source><translation type="unfinished"></translation></message>
    <message><source>Thêm trường hợp mẫu của nhóm và cách nghỉ này, hoặc nhận hồ sơ có người như vậy.</source><translation type="unfinished"></translation></message>
    <message><source>Bản soạn còn lỗi nên chưa tính thử được. Sửa lỗi ghi bên trái.</source><translation type="unfinished"></translation></message>
    <message><source>Kết quả thử · Vì sao?</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>Trust</name>
    <message><source>Gốc trên thẻ “{0}”: mã PIN sẽ được hỏi</source><translation type="unfinished"></translation></message>
    <message><source>6. Cơ quan chứng thực khác</source><translation type="unfinished"></translation></message>
    <message><source>Để nhận chứng thư đơn vị đã có trên thẻ do cơ quan nhà nước cấp. Chỉ chứng thư nào Sở Tài chính nhận riêng ở bước 2 mới được tin; cơ quan chứng thực không tự thêm được ai.</source><translation type="unfinished"></translation></message>
    <message><source>Tệp chứng thư của cơ quan chứng thực</source><translation type="unfinished"></translation></message>
    <message><source>Chứng thư (*.cer *.crt *.pem *.der)</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói tin cậy mới</source><translation type="unfinished"></translation></message>
    <message><source>Thêm cơ quan chứng thực</source><translation type="unfinished"></translation></message>
    <message><source>Tệp chứng thư CA</source><translation type="unfinished"></translation></message>
    <message><source>Dấu vân tay SHA-256 do cơ quan chứng thực công bố</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Đang tin: {0}.</source><translation type="unfinished"></translation></message>
    <message><source>{0}, dùng đến {1}</source><translation type="unfinished"></translation></message>
    <message><source>Đã thêm. Gửi gói tin cậy {0} cho mọi đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>Sao lưu khóa</source><translation type="unfinished"></translation></message>
    <message><source>Máy hỏng hoặc quên mật khẩu thì chỉ bản sao lưu lấy lại được khóa. Tệp sao lưu cất trong USB; mã khôi phục in ra, cho vào phong bì niêm phong, cất ở nơi khác.</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi bản sao lưu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Sao lưu</source><translation type="unfinished"></translation></message>
    <message><source>Mã khôi phục</source><translation type="unfinished"></translation></message>
    <message><source>&amp;In trang khôi phục…</source><translation type="unfinished"></translation></message>
    <message><source>Mật &amp;khẩu của khóa</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của gốc tin cậ&amp;y</source><translation type="unfinished"></translation></message>
    <message><source>Mã khôi phục của {0}. In ngay hoặc chép tay: rời trang này thì mã không hiện lại nữa.</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi bản sao lưu {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Trang khôi phục khóa</source><translation type="unfinished"></translation></message>
    <message><source>Chưa sao lưu</source><translation type="unfinished"></translation></message>
    <message><source>Đã sao lưu ngày {0}</source><translation type="unfinished"></translation></message>
    <message><source>Khóa đã đổi sau bản ngày {0}</source><translation type="unfinished"></translation></message>
    <message><source>Khám lỗi ký</source><translation type="unfinished"></translation></message>
    <message><source>Khám &amp;lại</source><translation type="unfinished"></translation></message>
    <message><source>Thử mật khẩ&amp;u…</source><translation type="unfinished"></translation></message>
    <message><source>Thử mã PI&amp;N…</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa, chỉ để thử:</source><translation type="unfinished"></translation></message>
    <message><source>Thử mật khẩu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Thử</source><translation type="unfinished"></translation></message>
    <message><source>Cần xử lý</source><translation type="unfinished"></translation></message>
    <message><source>Cần chú ý</source><translation type="unfinished"></translation></message>
    <message><source>Dùng được</source><translation type="unfinished"></translation></message>
    <message><source>1. Gốc tin cậy và khóa của Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Gốc tin cậy cấp chứng thư cho các đơn vị; khóa của Sở ký kết quả thẩm định. Mỗi thứ một mật khẩu.</source><translation type="unfinished"></translation></message>
    <message><source>Gốc tin cậy {0}</source><translation type="unfinished"></translation></message>
    <message><source>Nhập lại</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của &amp;gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của &amp;khóa ký</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói tin cậy đầu tiên</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Thiết lập</source><translation type="unfinished"></translation></message>
    <message><source>Dấu vân tay của gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>&amp;In dấu vân tay của gốc…</source><translation type="unfinished"></translation></message>
    <message><source>T&amp;ên gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của &amp;khóa đã tạo</source><translation type="unfinished"></translation></message>
    <message><source>Khóa của gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Khóa ký của Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Gốc trên thẻ: mã PIN sẽ được hỏi</source><translation type="unfinished"></translation></message>
    <message><source>Thiết lập gốc</source><translation type="unfinished"></translation></message>
    <message><source>Đã thiết lập; gói tin cậy đầu tiên là {0}. In dấu vân tay dưới đây cho các đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>2. Cấp chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Gọi điện cho đơn vị theo số đã biết, gõ dấu vân tay do đơn vị đọc, bằng số hoặc bằng lời (không cần gõ dấu); hoặc gõ theo tờ có đóng dấu. Chương trình so với tệp đăng ký.</source><translation type="unfinished"></translation></message>
    <message><source>Tệp đăng ký của đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Gói Tinh Giản (*.asice)</source><translation type="unfinished"></translation></message>
    <message><source>Dấu vân tay trong tệp đăng ký</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của gốc tin &amp;cậy</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Cấp chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Dấu vân tay đơn vị đọc</source><translation type="unfinished"></translation></message>
    <message><source>Tệp đăng ký</source><translation type="unfinished"></translation></message>
    <message><source>Không bắt buộc khi gia hạn</source><translation type="unfinished"></translation></message>
    <message><source>Nhận &amp;chứng thư này</source><translation type="unfinished"></translation></message>
    <message><source>Cấp chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Đã cấp chứng thư. Gửi đơn vị gói tin cậy {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Gia hạn: khóa đang dùng của đơn vị đã ký xác nhận khóa mới này, không bắt buộc gọi điện đối chiếu.</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị đề nghị dùng chứng thư đã có, do {0} cấp; Sở Tài chính nhận chứng thư này, không cấp mới.</source><translation type="unfinished"></translation></message>
    <message><source>4. Gia hạn gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Phát lại gói tin cậy với số mới và hạn mới, rồi gửi cho mọi đơn vị trước khi gói cũ hết hạn.</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của gốc t&amp;in cậy</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói tin cậy gia hạn</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Gia hạn…</source><translation type="unfinished"></translation></message>
    <message><source>Gói đang dùng: số {0}, hạn {1}.</source><translation type="unfinished"></translation></message>
    <message><source>Gói số {0} thay gói số {1}. Sau đó gửi gói mới cho mọi đơn vị; gói cũ còn dùng được đến hết hạn.</source><translation type="unfinished"></translation></message>
    <message><source>Phát gói tin cậy mới?</source><translation type="unfinished"></translation></message>
    <message><source>Phát gói số {0}</source><translation type="unfinished"></translation></message>
    <message><source>Gia hạn gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Đã phát gói tin cậy {0}. Gửi gói này cho mọi đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>5. Thay gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Khi gốc sắp hết hạn, hoặc đổi người giữ. Gốc cũ ký giới thiệu gốc mới, nên đơn vị chỉ cần nạp gói tin cậy mới, không phải so lại dấu vân tay; chứng thư đã cấp vẫn dùng được. Khi gốc cũ đã bị lộ thì cách này không đủ, vì người lấy được nó cũng ký được: cần lập gốc mới và đăng ký lại mọi đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của gốc đan&amp;g dùng</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của gốc mới</source><translation type="unfinished"></translation></message>
    <message><source>Nhập &amp;lại mật khẩu mới</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi gói tin cậy chuyển gốc</source><translation type="unfinished"></translation></message>
    <message><source>Tha&amp;y gốc…</source><translation type="unfinished"></translation></message>
    <message><source>Tê&amp;n gốc mới</source><translation type="unfinished"></translation></message>
    <message><source>Gốc mới để ở đâu</source><translation type="unfinished"></translation></message>
    <message><source>Thay gốc tin cậy?</source><translation type="unfinished"></translation></message>
    <message><source>Không quay lại gốc cũ được. Sau khi thay: in dấu vân tay mới, cất mật khẩu mới như mật khẩu cũ, gửi gói tin cậy mới cho mọi đơn vị. Đơn vị đăng ký sau dùng tệp root.pem mới.</source><translation type="unfinished"></translation></message>
    <message><source>Thay gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Đã thay gốc tin cậy. In dấu vân tay mới ở bước 1; gửi gói {0} cho mọi đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>Dựng lại dữ liệu từ gói đã gửi</source><translation type="unfinished"></translation></message>
    <message><source>Máy cũ hỏng: gom mọi gói nop-… đã gửi và tra-… đã nhận vào một thư mục. Chương trình kiểm tra chữ ký, lấy lại đợt, người, văn bản, kết quả; không ghi đè lên gì đang có. Phần chưa gửi thì không có lại.</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục có các gói</source><translation type="unfinished"></translation></message>
    <message><source>chưa biết</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Dựng lại</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation type="unfinished"></translation></message>
    <message><source>Hỏi Sở Tài chính; để số của gói sau không trùng với gói đã gửi mà ở đây không còn.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Số gói cuối Sở đã nhận</source><translation type="unfinished"></translation></message>
    <message><source>Tệp không dùng được và lý do</source><translation type="unfinished"></translation></message>
    <message><source>Dựng lại dữ liệu</source><translation type="unfinished"></translation></message>
    <message><source>Bản sao lưu khóa</source><translation type="unfinished"></translation></message>
    <message><source>Bản sao lưu khóa ({0})</source><translation type="unfinished"></translation></message>
    <message><source>mười hai từ, không cần gõ dấu</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu &amp;mới của khóa</source><translation type="unfinished"></translation></message>
    <message><source>Nhập &amp;lại</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu mới của &amp;gốc tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Nhập lại mật khẩ&amp;u của gốc</source><translation type="unfinished"></translation></message>
    <message><source>Mã &amp;khôi phục</source><translation type="unfinished"></translation></message>
    <message><source>Quên mật khẩu, mất khóa</source><translation type="unfinished"></translation></message>
    <message><source>Có bản sao lưu và mã khôi phục: lấy lại khóa, đặt mật khẩu mới. Không có: tạo khóa mới, đăng ký lại; Sở Tài chính thu hồi chứng thư cũ. Gói nhận bằng khóa cũ thì đề nghị nơi gửi xuất lại.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Khôi phục từ bản sao lưu</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tạo khóa mới</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Xóa mật khẩu đã nhớ trên máy này</source><translation type="unfinished"></translation></message>
    <message><source>Khôi &amp;phục</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu &amp;mới</source><translation type="unfinished"></translation></message>
    <message><source>Nhập &amp;lại mật khẩu</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi tệp đăng ký</source><translation type="unfinished"></translation></message>
    <message><source>Tạo khóa &amp;mới và ghi tệp đăng ký</source><translation type="unfinished"></translation></message>
    <message><source>Khóa cũ không bị xóa: chương trình cất vào thư mục keys của hồ sơ, phòng khi nhớ lại mật khẩu.</source><translation type="unfinished"></translation></message>
    <message><source>Khôi phục khóa</source><translation type="unfinished"></translation></message>
    <message><source>Đã khôi phục khóa; từ nay dùng mật khẩu mới. Mã khôi phục và bản sao lưu vẫn dùng được.</source><translation type="unfinished"></translation></message>
    <message><source>Khóa đang có sẽ được cất đi và không ký được nữa. Đơn vị chỉ ký được sau khi Sở Tài chính cấp chứng thư cho khóa mới và đơn vị nạp gói tin cậy mới.</source><translation type="unfinished"></translation></message>
    <message><source>Tạo khóa mới</source><translation type="unfinished"></translation></message>
    <message><source>Đã tạo khóa mới và ghi {0}. Gọi Sở Tài chính: thu hồi chứng thư cũ, cấp chứng thư cho khóa mới.</source><translation type="unfinished"></translation></message>
    <message><source>Máy này không còn nhớ mật khẩu của khóa.</source><translation type="unfinished"></translation></message>
    <message><source>Xóa mật khẩu đã nhớ</source><translation type="unfinished"></translation></message>
    <message><source>Còn ô bắt buộc chưa điền, hoặc hai lần nhập mật khẩu khác nhau.</source><translation type="unfinished"></translation></message>
    <message><source>Gia hạn chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Tạo khóa mới, khóa đang dùng ký xác nhận cho khóa mới nên không phải đọc dấu vân tay. Vẫn ký bằng khóa cũ cho đến khi nạp gói tin cậy có chứng thư mới; gói cũ vẫn mở được.</source><translation type="unfinished"></translation></message>
    <message><source>Gia &amp;hạn</source><translation type="unfinished"></translation></message>
    <message><source>Thư mục ghi tệp</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu đang dùng</source><translation type="unfinished"></translation></message>
    <message><source>Khóa mới đã tạo, đan&amp;g chờ chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Cù&amp;ng nơi với khóa đang dùng</source><translation type="unfinished"></translation></message>
    <message><source>Đang chờ chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Ghi lại tệp đăng &amp;ký</source><translation type="unfinished"></translation></message>
    <message><source>Gia hạn</source><translation type="unfinished"></translation></message>
    <message><source>Đã tạo khóa mới và ghi {0}. Gửi tệp cho Sở Tài chính, rồi nạp gói tin cậy nhận lại.</source><translation type="unfinished"></translation></message>
    <message><source>3. Thu hồi chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Khi khóa bị lộ, bị mất, hoặc đơn vị sáp nhập, giải thể. Thu hồi rồi thì không khôi phục lại được.</source><translation type="unfinished"></translation></message>
    <message><source>Thu &amp;hồi</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Lý do</source><translation type="unfinished"></translation></message>
    <message><source>đến {0}</source><translation type="unfinished"></translation></message>
    <message><source>Thu hồi chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Đã thu hồi. Gửi gói tin cậy {0} cho mọi đơn vị.</source><translation type="unfinished"></translation></message>
    <message><source>Khóa bị lộ hoặc mất</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị sáp nhập, đổi tên</source><translation type="unfinished"></translation></message>
    <message><source>Đã cấp chứng thư khác thay thế</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị giải thể, thôi gửi hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>Tự chọn quyền</source><translation type="unfinished"></translation></message>
    <message><source>Cấp ch&amp;o</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị lập danh sách</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị chủ quản, gộp gói của đơn vị trực thuộc</source><translation type="unfinished"></translation></message>
    <message><source>Sở Nội vụ</source><translation type="unfinished"></translation></message>
    <message><source>Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Gửi danh sách đề nghị</source><translation type="unfinished"></translation></message>
    <message><source>Gộp gói của đơn vị trực thuộc</source><translation type="unfinished"></translation></message>
    <message><source>Gửi ý kiến của Sở Nội vụ</source><translation type="unfinished"></translation></message>
    <message><source>Gửi kết quả thẩm định</source><translation type="unfinished"></translation></message>
    <message><source>Phát hành gói chính sách</source><translation type="unfinished"></translation></message>
    <message><source>1. Khóa ký của đơn vị</source><translation type="unfinished"></translation></message>
    <message><source>Khóa để ký gói gửi đi. Mật khẩu không lấy lại được: ghi ra giấy và cất riêng.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Tạo khóa</source><translation type="unfinished"></translation></message>
    <message><source>Khóa nằm trên thẻ “{0}”: mã PIN để ký, mật khẩu để mở gói nhận về.</source><translation type="unfinished"></translation></message>
    <message><source>Thẻ chỉ ký, không mở gói: mã PIN để ký, mật khẩu này để mở gói nhận về.</source><translation type="unfinished"></translation></message>
    <message><source>Tạo khóa</source><translation type="unfinished"></translation></message>
    <message><source>Đã tạo khóa. Sao lưu khóa ngay, rồi đăng ký với Sở Tài chính.</source><translation type="unfinished"></translation></message>
    <message><source>2. Đăng ký với Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Ghi tệp đăng ký, chuyển cho Sở Tài chính. Để Sở biết tệp đúng là của đơn vị: đọc dấu vân tay (bằng số hoặc bằng lời) qua điện thoại, hoặc in ra, ký, đóng dấu và gửi kèm.</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Ghi tệp đăng ký</source><translation type="unfinished"></translation></message>
    <message><source>&amp;In dấu vân tay…</source><translation type="unfinished"></translation></message>
    <message><source>Dấu vân tay của khóa</source><translation type="unfinished"></translation></message>
    <message><source>Mật khẩu của &amp;khóa</source><translation type="unfinished"></translation></message>
    <message><source>Chưa có chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Ghi tệp đăng ký</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi {0}. Chuyển tệp cho Sở Tài chính; đọc dấu vân tay qua điện thoại hoặc in, đóng dấu gửi kèm.</source><translation type="unfinished"></translation></message>
    <message><source>Dấu vân tay khóa ký</source><translation type="unfinished"></translation></message>
    <message><source>3. Gốc tin cậy của Sở Tài chính</source><translation type="unfinished"></translation></message>
    <message><source>Nhập dấu vân tay từ bản in của Sở Tài chính: tám nhóm đầu, hoặc mười sáu từ, không cần gõ dấu. Không chép từ tệp vừa nhận.</source><translation type="unfinished"></translation></message>
    <message><source>Tệp gốc tin cậy (root.pem)</source><translation type="unfinished"></translation></message>
    <message><source>Tệp gốc (*.pem)</source><translation type="unfinished"></translation></message>
    <message><source>Tin cậy &amp;gốc này</source><translation type="unfinished"></translation></message>
    <message><source>Tệp gốc</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Dấu vân tay trên bản in</source><translation type="unfinished"></translation></message>
    <message><source>Đã tin cậy gốc của Sở Tài chính.</source><translation type="unfinished"></translation></message>
    <message><source>Tin cậy gốc</source><translation type="unfinished"></translation></message>
    <message><source>4. Gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Gói do Sở Tài chính gửi lại, có chứng thư của đơn vị và danh sách các đơn vị được tin cậy.</source><translation type="unfinished"></translation></message>
    <message><source>Gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>&amp;Nạp gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Tệp gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Chứng thư ở đây được: {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Nạp gói tin cậy</source><translation type="unfinished"></translation></message>
    <message><source>Gói tin cậy số {0} có hiệu lực.</source><translation type="unfinished"></translation></message>
    <message><source>Đơn vị được gộp gói: đóng rồi mở lại chương trình để có trang Đơn vị trực thuộc.</source><translation type="unfinished"></translation></message>
    <message><source>Gói số {0}, dùng đến {1}. Đơn vị được tin cậy: {2}.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>TrustPage</name>
    <message><source>Đơn vị &amp; chứng thư</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ký hoặc kiểm tra gói được: xem phần Khám lỗi ký.</source><translation type="unfinished"></translation></message>
    <message><source>Ký và kiểm tra gói được. Gói tin cậy số {0}.</source><translation type="unfinished"></translation></message>
    <message><source>Chưa ký được gói: còn bước chưa làm.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>UnitTrustStep</name>
    <message><source>Tin cậy: so dấu vân tay</source><translation type="unfinished"></translation></message>
    <message><source>Bỏ qua bước này thì chưa ký được gói gửi đi (chưa có chứng thư) và chưa kiểm tra được gói gửi đến. Gói tin cậy thường đến sau vài ngày: khi đó nạp ở trang Đơn vị &amp; chứng thư.</source><translation type="unfinished"></translation></message>
    <message><source>Sở Tài chính cấp chứng thư sau khi so dấu vân tay của khóa; đơn vị so dấu vân tay của gốc tin cậy.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>UnreadList</name>
    <message><source>Ô chưa đọc được trong danh sách Excel</source><translation type="unfinished"></translation></message>
    <message><source>{n} ô trong danh sách Excel chưa đọc được. Chọn một ô rồi Enter để tới chỗ nhập.</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>WhatIfPane</name>
    <message><source>Thử các tháng nghỉ</source><translation type="unfinished"></translation></message>
    <message><source>Hồ sơ ({month}): {words}</source><translation type="unfinished"></translation></message>
    <message><source>Sớm hơn một tháng</source><translation type="unfinished"></translation></message>
    <message><source>Muộn hơn một tháng</source><translation type="unfinished"></translation></message>
    <message><source>Các mốc thay đổi</source><translation type="unfinished"></translation></message>
    <message><source>Trong các tháng này không có mốc nào làm thay đổi điều kiện.</source><translation type="unfinished"></translation></message>
    <message><source>Gạch chéo: chưa có số liệu. Nét đứt: mốc thay đổi. Vạch đậm phía dưới: tháng trong hồ sơ.</source><translation type="unfinished"></translation></message>
    <message><source>Áp dụng vào hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>Ghi tháng nghỉ, trường hợp và nhóm đang thử vào hồ sơ; hoàn tác được.</source><translation type="unfinished"></translation></message>
    <message><source>Về như hồ sơ</source><translation type="unfinished"></translation></message>
    <message><source>Trường hợp thử</source><translation type="unfinished"></translation></message>
    <message><source>Nhóm thử</source><translation type="unfinished"></translation></message>
    <message><source>Hệ số lương thử</source><translation type="unfinished"></translation></message>
    <message><source>Mức lương cơ sở thử</source><translation type="unfinished"></translation></message>
    <message><source>Từ tháng</source><translation type="unfinished"></translation></message>
    <message><source>Tháng nghỉ thử</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>WrittenFiles</name>
    <message><source>Các tệp đã ghi</source><translation type="unfinished"></translation></message>
    <message><source>Đã ghi {count} phần vào {folder}. Nơi nhận cần đủ các phần, theo thứ tự nào cũng được:</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>_Part</name>
    <message><source>THỰC HÀNH</source><translation type="unfinished"></translation></message>
    <message><source>Vì sao?</source><translation type="unfinished"></translation></message>
</context>
<context>
    <name>sealed_files</name>
    <message><source>Gói đã mã hóa</source><translation type="unfinished"></translation></message>
    <message><source>Gói này chỉ khóa của đơn vị mở được. &amp;Mật khẩu của khóa:</source><translation type="unfinished"></translation></message>
</context>
</TS>
