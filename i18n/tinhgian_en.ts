<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
<context>
    <name>ActColumn</name>
    <message><source>&amp;Xoay phải</source><translation>&amp;Rotate right</translation></message>
    <message><source>Xoay các trang đang chọn 90° sang phải (Ctrl+R)</source><translation>Rotate the chosen pages 90° to the right (Ctrl+R)</translation></message>
    <message><source>Xoay &amp;trái</source><translation>Rotate &amp;left</translation></message>
    <message><source>Xoay các trang đang chọn 90° sang trái (Ctrl+Shift+R)</source><translation>Rotate the chosen pages 90° to the left (Ctrl+Shift+R)</translation></message>
    <message><source>&amp;Nắn thẳng</source><translation>S&amp;traighten</translation></message>
    <message><source>Đo độ nghiêng của dòng chữ và nắn thẳng; bấm lại để bỏ</source><translation>Measure the slant of the lines and straighten; press again to undo</translation></message>
    <message><source>Chuyển l&amp;ên</source><translation>Move u&amp;p</translation></message>
    <message><source>Chuyển các trang đang chọn lên trên (Ctrl+↑)</source><translation>Move the chosen pages up (Ctrl+↑)</translation></message>
    <message><source>Chuyển x&amp;uống</source><translation>Move &amp;down</translation></message>
    <message><source>Chuyển các trang đang chọn xuống dưới (Ctrl+↓)</source><translation>Move the chosen pages down (Ctrl+↓)</translation></message>
    <message><source>&amp;Bỏ trang</source><translation>Re&amp;move pages</translation></message>
    <message><source>Bỏ các trang đang chọn (Delete)</source><translation>Remove the chosen pages (Delete)</translation></message>
    <message><source>Tách từ &amp;đây</source><translation>Spl&amp;it here</translation></message>
    <message><source>Tệp mới bắt đầu từ trang đang chọn</source><translation>A new file begins with the chosen page</translation></message>
    <message><source>Nố&amp;i thành một tệp</source><translation>&amp;Join into one file</translation></message>
    <message><source>Nối mọi trang, hoặc các trang đang chọn, thành một tệp</source><translation>Join all pages, or the chosen ones, into one file</translation></message>
    <message><source>Thê&amp;m tệp…</source><translation>&amp;Add a file…</translation></message>
    <message><source>Thêm trang của tệp khác vào cuối</source><translation>Add the pages of another file at the end</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
    <message><source>Hoàn tác (Ctrl+Z)</source><translation>Undo (Ctrl+Z)</translation></message>
    <message><source>Làm l&amp;ại</source><translation>R&amp;edo</translation></message>
    <message><source>Làm lại (Ctrl+Y)</source><translation>Redo (Ctrl+Y)</translation></message>
</context>
<context>
    <name>AfterSending</name>
    <message><source>Đã ký và ghi gói</source><translation>The package was signed and written</translation></message>
    <message><source>Mở t&amp;hư mục</source><translation>&amp;Open the folder</translation></message>
    <message><source>Tới trang Kết &amp;quả</source><translation>Go to &amp;Results</translation></message>
    <message><source>Đã ký, ghi và đọc lại gói</source><translation>The package was signed, written and read back</translation></message>
    <message><source>&amp;Xem gói vừa ghi…</source><translation>&amp;Read the package just written…</translation></message>
    <message><source>{file}: gói số {number}, {people} người, {total}.</source><translation>{file}: package number {number}, {people} people, {total}.</translation></message>
    <message><source>Nằm ở {0}</source><translation>It is in {0}</translation></message>
    <message><source>1. Chép gói vào USB hoặc đính kèm thư gửi nơi nhận; không đổi tên, không nén lại.&#10;2. Nơi nhận gửi lại phiếu tiếp nhận, sau đó là gói kết quả: mở ở trang Kết quả.&#10;3. Chưa thấy phiếu tiếp nhận sau vài ngày thì gọi nơi nhận và đọc số gói.</source><translation>1. Copy the package to a USB stick or attach it to a mail to the receiver; do not rename or compress it.&#10;2. The receiver sends a receipt back, then the result package: open both on the Results page.&#10;3. If no receipt comes within some days, call the receiver and read out the package number.</translation></message>
</context>
<context>
    <name>AmountCard</name>
    <message><source>Kinh phí hỗ trợ</source><translation>Support</translation></message>
    <message><source>Chưa có gói chính sách nào để tính.</source><translation>There is no policy pack to compute with.</translation></message>
</context>
<context>
    <name>Answer</name>
    <message><source>không đủ điều kiện</source><translation>not eligible</translation></message>
    <message><source>sớm</source><translation>early</translation></message>
    <message><source>BHXH</source><translation>insured</translation></message>
    <message><source>bình quân</source><translation>average</translation></message>
</context>
<context>
    <name>AnswerBar</name>
    <message><source>Giải trình</source><translation>Justification</translation></message>
    <message><source>Lý do, đi cùng gói</source><translation>The reason, goes with the package</translation></message>
    <message><source>Giải trình mục &amp;này</source><translation>&amp;Justify this one</translation></message>
    <message><source>Cho &amp;mọi mục cùng mã</source><translation>&amp;All with this code</translation></message>
    <message><source>&amp;Bỏ giải trình</source><translation>&amp;Drop the justification</translation></message>
    <message><source>Cho &amp;mọi mục {0} chưa giải trình ({1})</source><translation>For &amp;all {0} without one ({1})</translation></message>
</context>
<context>
    <name>AppraisalNotes</name>
    <message><source>Ghi chú thẩm định</source><translation>Appraisal notes</translation></message>
    <message><source>Quyết định với bản trước</source><translation>Decision on the version before</translation></message>
    <message><source>Đã sửa so với lần gửi trước</source><translation>Changed since it was last sent</translation></message>
    <message><source>Chưa có số liệu</source><translation>Figures not known</translation></message>
    <message><source>Kiểm tra ở đây</source><translation>Checked here</translation></message>
    <message><source>Giải trình của đơn vị</source><translation>The unit's justifications</translation></message>
    <message><source>Giấy tờ</source><translation>Papers</translation></message>
    <message><source>Quyết định</source><translation>Decision</translation></message>
    <message><source>Không có cảnh báo, giải trình hay mức hỗ trợ nào còn thiếu số liệu.</source><translation>No warnings, justifications or support levels without figures.</translation></message>
    <message><source>xem chỗ ghim</source><translation>see the pin</translation></message>
</context>
<context>
    <name>AppraisalPage</name>
    <message><source>Người được đề nghị</source><translation>People proposed</translation></message>
    <message><source>Chỉ người mới và người sửa</source><translation>Only new and changed people</translation></message>
    <message><source>In kết quả (Biểu 05)…</source><translation>Print the result (Biểu 05)…</translation></message>
    <message><source>Chấp thuận, điều chỉnh, trả lại, từ chối</source><translation>Approve, adjust, return, reject</translation></message>
    <message><source>Ghi quyết định đã nhập lý do</source><translation>Record the decision with its reason</translation></message>
    <message><source>Người trước, người sau</source><translation>Previous person, next person</translation></message>
    <message><source>Hiện hoặc ẩn văn bản</source><translation>Show or hide the document</translation></message>
    <message><source>Trang văn bản trước, sau</source><translation>Previous page, next page of the document</translation></message>
    <message><source>In phiếu tính, hai bên đặt cạnh nhau</source><translation>Print the slip with both sides next to each other</translation></message>
    <message><source>NHÁP · {0} người · chỉ để xem</source><translation>NHÁP · {0} people · to look at only</translation></message>
    <message><source>{0} người · {1} đã quyết định · {2} có khác biệt</source><translation>{0} people · {1} decided · {2} with differences</translation></message>
    <message><source>Quyết định nhầm, rút ngay</source><translation>Decided by mistake, withdrawn at once</translation></message>
    <message><source>Tính lại danh sách</source><translation>Recompute the list</translation></message>
    <message><source>Phiếu tính: {name}</source><translation>Calculation slip: {name}</translation></message>
    <message><source>Ghi Biểu 05 vào</source><translation>Write Biểu 05 to</translation></message>
    <message><source>In kết quả thẩm định</source><translation>Print the appraisal result</translation></message>
    <message><source>Rút quyết định</source><translation>Withdraw the decision</translation></message>
    <message><source>Lý do rút</source><translation>Reason for withdrawing</translation></message>
    <message><source>Đã rút quyết định.</source><translation>The decision was withdrawn.</translation></message>
    <message><source>Tìm người không có khác biệt</source><translation>Find people without differences</translation></message>
    <message><source>{0} người không có khác biệt, không có lỗi hay cảnh báo chưa giải trình. Tổng số: {1}.</source><translation>{0} people without differences, errors or unanswered warnings. Total: {1}.</translation></message>
    <message><source>Chấp thuận hàng loạt</source><translation>Approve in bulk</translation></message>
    <message><source>Chấp thuận {0} người</source><translation>Approve {0} people</translation></message>
    <message><source>Đã chấp thuận {0} người, {1}.</source><translation>Approved {0} people, {1}.</translation></message>
    <message><source>Chưa mở gói nào</source><translation>No package is open</translation></message>
    <message><source>Ở đây thẩm định từng người của một gói đề nghị: số khai, số tính lại và văn bản đặt cạnh nhau.</source><translation>Here each person of a submitted package is appraised: declared and recomputed figures beside the documents.</translation></message>
    <message><source>Mở hộp thư</source><translation>Open the inbox</translation></message>
</context>
<context>
    <name>AppraiserPreview</name>
    <message><source>Danh sách như người thẩm định sẽ thấy</source><translation>The list as the appraiser will see it</translation></message>
    <message><source>Chỉ để xem: chưa ký, chưa gửi gì. Người trùng với đơn vị khác thì chỉ Sở Tài chính biết.</source><translation>To look at only: nothing is signed or sent. Who is also proposed by another unit, only the Finance Department knows.</translation></message>
    <message><source>Văn bản (F6)</source><translation>Document (F6)</translation></message>
    <message><source>‹ Q&amp;uay lại (Esc)</source><translation>‹ &amp;Back (Esc)</translation></message>
    <message><source>Lập bản xem như người thẩm định</source><translation>Make the appraiser's view</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Đề nghị</source><translation>Claim</translation></message>
    <message><source>Người trong danh sách sắp gửi</source><translation>People of the list to be sent</translation></message>
</context>
<context>
    <name>ApprovalBox</name>
    <message><source>Chưa chọn</source><translation>Not chosen</translation></message>
    <message><source>chưa có ngày</source><translation>no date</translation></message>
</context>
<context>
    <name>ApprovalForm</name>
    <message><source>Văn bản mới</source><translation>New document</translation></message>
    <message><source>Ví dụ 123/QĐ-UBND hoặc 45-QĐ/TU.</source><translation>For example 123/QĐ-UBND or 45-QĐ/TU.</translation></message>
    <message><source>&amp;Số, ký hiệu</source><translation>&amp;Number</translation></message>
    <message><source>&amp;Ngày ban hành</source><translation>&amp;Date of issue</translation></message>
    <message><source>&amp;Cơ quan ban hành</source><translation>&amp;Issuing authority</translation></message>
    <message><source>Là giấ&amp;y tờ</source><translation>Is the pape&amp;r</translation></message>
    <message><source>&amp;Ghi văn bản</source><translation>&amp;Record the document</translation></message>
    <message><source>Thôi (Esc)</source><translation>Cancel (Esc)</translation></message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message><source>Kéo bản quét vào đây hoặc bấm để chọn tệp</source><translation>Drag scans here or press to choose files</translation></message>
    <message><source>Đặt khung ghim; mũi tên dời, Shift+mũi tên đổi cỡ, Enter ghi</source><translation>Place the frame of a pin; arrows move it, Shift+arrows resize it, Enter records it</translation></message>
    <message><source>Ghim cho người trước, người sau</source><translation>Pin for the previous, next person</translation></message>
    <message><source>Dời, xóa ghim đang chọn</source><translation>Move, delete the chosen pin</translation></message>
    <message><source>Về danh sách lỗi đã dẫn tới đây, tới mục sau, mục trước</source><translation>Back to the findings that led here, to the next or previous one</translation></message>
    <message><source>Sửa bản quét: nối, tách, xoay, nắn thẳng, đổi thứ tự trang</source><translation>Edit the scan: join, split, rotate, straighten, reorder pages</translation></message>
    <message><source>Gắn tệp mới quét vào văn bản đang chọn</source><translation>Attach the new scan to the chosen document</translation></message>
    <message><source>Dán ảnh của trang giấy vào văn bản đang chọn</source><translation>Paste a picture of a page into the chosen document</translation></message>
    <message><source>Gắn hoặc gỡ văn bản cho người đang chọn</source><translation>Link the document to the chosen people, or unlink it</translation></message>
    <message><source>Trang trước, trang sau</source><translation>Previous page, next page</translation></message>
    <message><source>Bản quét và ghim</source><translation>Scans and pins</translation></message>
    <message><source>Nội dung</source><translation>Contents</translation></message>
    <message><source>Người</source><translation>Person</translation></message>
    <message><source>Chưa có văn bản nào</source><translation>No documents yet</translation></message>
    <message><source>Quyết định hoặc văn bản đồng ý là căn cứ của danh sách. Nhập danh sách Excel sẽ tự ghi các văn bản.</source><translation>A decision or written consent is the basis of the list. Importing the Excel list records the documents by itself.</translation></message>
    <message><source>Thêm văn bản</source><translation>Add a document</translation></message>
    <message><source>Văn bản và giấy tờ</source><translation>Documents and papers</translation></message>
    <message><source>&amp;Thêm văn bản</source><translation>&amp;Add a document</translation></message>
    <message><source>&amp;Gỡ bản quét</source><translation>&amp;Detach the scan</translation></message>
    <message><source>Việc k&amp;hác</source><translation>M&amp;ore</translation></message>
    <message><source>Lập &amp;bản che…</source><translation>Make a &amp;redacted copy…</translation></message>
    <message><source>Bản sao đã giấu số CCCD, số tài khoản để đưa cho người khác</source><translation>A copy that hides citizen IDs and accounts, to give to others</translation></message>
    <message><source>Bỏ &amp;văn bản khỏi đợt</source><translation>Remove the &amp;document from the round</translation></message>
    <message><source>Chỉ bỏ được văn bản không gắn với ai</source><translation>Only documents that nobody is linked to can be removed</translation></message>
    <message><source>Người ({count})</source><translation>People ({count})</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
    <message><source>Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source><translation>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation></message>
    <message><source>Chọn bản quét</source><translation>Choose scans</translation></message>
    <message><source>bỏ văn bản {number}</source><translation>remove document {number}</translation></message>
</context>
<context>
    <name>Arrivals</name>
    <message><source>Gói cần xem xét</source><translation>Packages to review</translation></message>
    <message><source>Đã xem xét…</source><translation>Looked into…</translation></message>
    <message><source>Cảnh báo</source><translation>Warning</translation></message>
    <message><source>Nhận ngay</source><translation>Take in now</translation></message>
    <message><source>Nhận không chờ…</source><translation>Take in without waiting…</translation></message>
    <message><source>Xóa…</source><translation>Delete…</translation></message>
    <message><source>Đang chờ</source><translation>Waiting</translation></message>
    <message><source>Đã tìm hiểu được gì về gói này?</source><translation>What was found out about this package?</translation></message>
    <message><source>Xem xét cảnh báo</source><translation>Look into the warning</translation></message>
    <message><source>Vì sao nhận gói này mà không chờ gói trước?</source><translation>Why is this package taken in without waiting for the one before?</translation></message>
    <message><source>Nhận không chờ</source><translation>Take in without waiting</translation></message>
    <message><source>Nhận gói {0}</source><translation>Take in package {0}</translation></message>
    <message><source>Vì sao xóa gói {0}?</source><translation>Why is package {0} deleted?</translation></message>
    <message><source>Xóa gói đang chờ</source><translation>Delete the waiting package</translation></message>
</context>
<context>
    <name>Attaching</name>
    <message><source>Gắn bản quét vào {number}</source><translation>Attaching scans to {number}</translation></message>
    <message><source>gỡ {name} khỏi {number}</source><translation>take {name} off {number}</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
</context>
<context>
    <name>BannerBar</name>
    <message><source>Đóng thông báo</source><translation>Close the message</translation></message>
</context>
<context>
    <name>BirthEdit</name>
    <message><source>“{0}” không phải là ngày sinh. Viết ngày/tháng/năm, tháng/năm hoặc chỉ năm.</source><translation>“{0}” is not a valid date of birth. Write day/month/year, month/year or only the year.</translation></message>
</context>
<context>
    <name>BirthFacts</name>
    <message><source>Hồ sơ gốc ghi ngày sinh khác?</source><translation>Does the original file have another date of birth?</translation></message>
</context>
<context>
    <name>CameIn</name>
    <message><source>Đã gắn {name}, {pages} trang.</source><translation>{name} is attached, {pages} pages.</translation></message>
    <message><source>Đã gắn {count} tệp.</source><translation>{count} files were attached.</translation></message>
    <message><source>Văn bản này đã có sẵn {names}, không gắn lần nữa.</source><translation>This document has {names} already; it is not attached again.</translation></message>
    <message><source>Mới quét: {names}. Chọn văn bản rồi bấm Ctrl+G để gắn.</source><translation>New scans: {names}. Choose a document and press Ctrl+G to attach.</translation></message>
    <message><source>Cần xem lại: {files}. Quét lại hoặc giải trình ở trang Kiểm tra.</source><translation>Look at again: {files}. Scan again or justify it under Checks.</translation></message>
    <message><source>Chưa nhận {count} tệp: {files}. Quét lại hoặc thay các tệp đó.</source><translation>{count} files were not taken in: {files}. Scan them again or replace them.</translation></message>
    <message><source>Chưa gắn {names}: chỉ nhận PDF, JPG, PNG, TIF. Xuất hoặc quét lại thành một trong các loại đó.</source><translation>{names} not attached: only PDF, JPG, PNG, TIF are taken. Export or scan it again as one of these.</translation></message>
    <message><source>Trang đã quét mà chưa nhận được giữ ở thư mục {folder}.</source><translation>Pages that were scanned and not taken in are kept in the folder {folder}.</translation></message>
    <message><source>Đã dừng, chưa xem đến {names}.</source><translation>Stopped before {names}.</translation></message>
    <message><source>Đã dừng quét, chưa có trang nào.</source><translation>Scanning was stopped before the first page.</translation></message>
    <message><source>Đã dừng quét, giữ các trang đã quét được.</source><translation>Scanning was stopped; the pages that were scanned are kept.</translation></message>
</context>
<context>
    <name>CardFacts</name>
    <message><source>Đọc thẻ CCCD</source><translation>Read the citizen card</translation></message>
    <message><source>Đọc mã QR trên thẻ: quét bằng máy quét vào bất kỳ ô nào, dán, hoặc từ ảnh</source><translation>Read the card's QR code: scan it into any field, paste it, or take it from a picture</translation></message>
    <message><source>Hoặc quét mã QR vào ô bất kỳ, kéo ảnh thẻ vào đây.</source><translation>Or scan the QR code into any field, or drag a picture of the card here.</translation></message>
    <message><source>&amp;Dán chuỗi mã QR</source><translation>&amp;Paste the QR text</translation></message>
    <message><source>&amp;Chọn ảnh hoặc bản quét…</source><translation>&amp;Choose a picture or scan…</translation></message>
    <message><source>Từ bản quét đã gắn</source><translation>From an attached scan</translation></message>
</context>
<context>
    <name>CardFiles</name>
    <message><source>Ảnh, bản quét (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)</source><translation>Pictures, scans (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)</translation></message>
    <message><source>Ảnh hoặc bản quét thẻ CCCD</source><translation>Picture or scan of the citizen card</translation></message>
    <message><source>Tìm mã QR thẻ CCCD</source><translation>Look for the card's QR code</translation></message>
</context>
<context>
    <name>CardPanel</name>
    <message><source>Lấy tất cả</source><translation>Take all</translation></message>
    <message><source>Hoàn tác</source><translation>Undo</translation></message>
    <message><source>Trả các ô lại như trước khi đọc thẻ</source><translation>Put the fields back as before the card was read</translation></message>
    <message><source>Đóng</source><translation>Close</translation></message>
    <message><source>Số và tên trên thẻ đều khác hồ sơ: có thể là thẻ của người khác. Chưa ghi gì.</source><translation>Number and name on the card both differ: perhaps it is another person's card. Nothing was written.</translation></message>
    <message><source>Đã ghi theo thẻ: {0}.</source><translation>Taken from the card: {0}.</translation></message>
    <message><source>{0} mục khác với thẻ: so lại rồi chọn.</source><translation>{0} fields differ from the card: compare and choose.</translation></message>
    <message><source>Hồ sơ khớp với thẻ.</source><translation>The record agrees with the card.</translation></message>
    <message><source>Nơi thường trú trên thẻ (không lưu): {0}</source><translation>Residence on the card (not stored): {0}</translation></message>
    <message><source>Ngày cấp: {0}</source><translation>Date of issue: {0}</translation></message>
    <message><source>Đang ghi</source><translation>As written</translation></message>
    <message><source>Trên thẻ</source><translation>On the card</translation></message>
    <message><source>không đọc được</source><translation>not readable</translation></message>
    <message><source>trống</source><translation>empty</translation></message>
    <message><source>Lấy</source><translation>Take</translation></message>
    <message><source>Ghi theo thẻ: {0}</source><translation>Take from the card: {0}</translation></message>
</context>
<context>
    <name>Career</name>
    <message><source>Diễn biến tiền lương</source><translation>Salary history</translation></message>
    <message><source>Quá trình đóng bảo hiểm xã hội</source><translation>Social insurance history</translation></message>
    <message><source>Hệ số</source><translation>Coefficient</translation></message>
    <message><source>Hệ số lương theo ngạch, bậc</source><translation>Salary coefficient by rank and step</translation></message>
    <message><source>PC chức vụ</source><translation>Position</translation></message>
    <message><source>Hệ số phụ cấp chức vụ lãnh đạo</source><translation>Coefficient of the position allowance</translation></message>
    <message><source>Vượt khung %</source><translation>Beyond %</translation></message>
    <message><source>Phụ cấp thâm niên vượt khung, phần trăm của hệ số lương</source><translation>Beyond-frame seniority, percent of the coefficient</translation></message>
    <message><source>TN nghề %</source><translation>Seniority %</translation></message>
    <message><source>Phụ cấp thâm niên nghề, phần trăm</source><translation>Professional seniority allowance, percent</translation></message>
    <message><source>CL bảo lưu</source><translation>Reserved</translation></message>
    <message><source>Hệ số chênh lệch bảo lưu</source><translation>Coefficient of the reserved difference</translation></message>
    <message><source>Bậc</source><translation>Step</translation></message>
    <message><source>Bậc lương trong ngạch</source><translation>Step within the rank</translation></message>
    <message><source>Công vụ %</source><translation>Public %</translation></message>
    <message><source>Phụ cấp công vụ, phần trăm</source><translation>Public service allowance, percent</translation></message>
    <message><source>Ưu đãi %</source><translation>Incentive %</translation></message>
    <message><source>Phụ cấp ưu đãi nghề, phần trăm</source><translation>Professional incentive allowance, percent</translation></message>
    <message><source>TN theo nghề %</source><translation>Duty %</translation></message>
    <message><source>Phụ cấp trách nhiệm theo nghề, phần trăm</source><translation>Professional duty allowance, percent</translation></message>
    <message><source>Lương HĐ</source><translation>Contract pay</translation></message>
    <message><source>Mức lương theo hợp đồng, đồng một tháng, thay cho hệ số</source><translation>Pay by contract, đồng a month, in place of coefficients</translation></message>
    <message><source>Tiền TN nghề</source><translation>Seniority đ</translation></message>
    <message><source>Phụ cấp thâm niên nghề ghi bằng tiền, đồng một tháng</source><translation>Professional seniority as an amount, đồng a month</translation></message>
    <message><source>PC khác</source><translation>Other</translation></message>
    <message><source>Hệ số phụ cấp khác, không tính vào tiền lương</source><translation>Coefficient of another allowance, which does not count</translation></message>
    <message><source>Tên PC khác</source><translation>Name of other</translation></message>
    <message><source>Tên của phụ cấp khác</source><translation>Name of the other allowance</translation></message>
    <message><source>Đi làm</source><translation>At work</translation></message>
    <message><source>Có đi làm, hưởng lương hay không</source><translation>Whether the person was at work and paid</translation></message>
    <message><source>Lương cơ sở</source><translation>Base salary</translation></message>
    <message><source>Mức lương cơ sở mà đơn vị đã dùng, để đối chiếu</source><translation>Base salary that the unit used, to compare</translation></message>
    <message><source>Nơi làm việc</source><translation>Workplace</translation></message>
    <message><source>Cơ quan, đơn vị đóng bảo hiểm xã hội</source><translation>Office that paid the social insurance</translation></message>
    <message><source>Bắt buộc</source><translation>Compulsory</translation></message>
    <message><source>Đóng bảo hiểm xã hội bắt buộc</source><translation>Compulsory social insurance</translation></message>
    <message><source>Đã hưởng</source><translation>Benefit already taken</translation></message>
    <message><source>Đã hưởng trợ cấp thôi việc, bảo hiểm xã hội một lần hoặc phục viên</source><translation>Severance, lump sum or demobilisation was received for it</translation></message>
    <message><source>Nặng nhọc</source><translation>Hazardous</translation></message>
    <message><source>Làm nghề nặng nhọc, độc hại, nguy hiểm</source><translation>Arduous, hazardous or dangerous work</translation></message>
    <message><source>Vùng ĐBKK</source><translation>Special area</translation></message>
    <message><source>Làm việc ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn</source><translation>Work in an area of special socio-economic hardship</translation></message>
    <message><source>Chế độ đã hưởng</source><translation>Benefit</translation></message>
    <message><source>Chế độ đã hưởng, nếu biết</source><translation>Benefit that was received, if known</translation></message>
    <message><source>Chưa rõ</source><translation>Not known</translation></message>
    <message><source>Từ tháng</source><translation>From month</translation></message>
    <message><source>Tháng đầu, viết tháng/năm</source><translation>First month, month/year</translation></message>
    <message><source>Đến tháng</source><translation>To month</translation></message>
    <message><source>Tháng cuối, tính cả tháng này, viết tháng/năm</source><translation>Last month, included, month/year</translation></message>
    <message><source>Đã chọn chế độ đã hưởng mà chưa đánh dấu cột Đã hưởng. Đánh dấu hoặc bỏ chọn.</source><translation>A benefit is chosen, but “Benefit already taken” is not ticked. Tick it or choose no benefit.</translation></message>
    <message><source>Hệ số {0} không có trong ngạch {1}. Các hệ số của ngạch: {2}.</source><translation>Coefficient {0} is not in rank {1}. Coefficients of the rank: {2}.</translation></message>
</context>
<context>
    <name>CareerFacts</name>
    <message><source>Đã đối chiế&amp;u với sổ BHXH</source><translation>&amp;Compared with the insurance book</translation></message>
    <message><source>Quá trình</source><translation>Career</translation></message>
    <message><source>Cần trước khi gửi để tính được số tiền.</source><translation>Needed before sending, to compute the amount.</translation></message>
</context>
<context>
    <name>CaseFacts</name>
    <message><source>Lý do tinh giản</source><translation>Reason for downsizing</translation></message>
    <message><source>Với người tinh giản biên chế theo nghị định; người tự nguyện nghỉ để trống.</source><translation>For downsizing under the decree; empty for voluntary leave.</translation></message>
</context>
<context>
    <name>Cells</name>
    <message><source>Tháng cuối đứng trước tháng đầu. Sửa một trong hai tháng.</source><translation>The last month is before the first. Mend one of them.</translation></message>
    <message><source>“{0}” chưa rõ là có hay không. Bấm phím cách để đánh dấu hoặc bỏ.</source><translation>“{0}” is neither yes nor no. Press Space to tick or untick.</translation></message>
    <message><source>Chưa có tháng. Viết tháng/năm.</source><translation>There is no month. Write month/year.</translation></message>
    <message><source>“{0}” không phải là một tháng. Viết tháng/năm.</source><translation>“{0}” is no month. Write month/year.</translation></message>
    <message><source>“{0}” không phải là một số. Viết số với dấu phẩy thập phân.</source><translation>“{0}” is no number. Write it with a decimal comma.</translation></message>
    <message><source>Chưa có hệ số lương. Viết hệ số với dấu phẩy thập phân.</source><translation>There is no coefficient. Write it with a decimal comma.</translation></message>
    <message><source>“{0}” không phải là một số tiền. Viết số đồng, dấu chấm giữa các nhóm ba chữ số.</source><translation>“{0}” is no amount. Write đồng, with dots between groups of three digits.</translation></message>
    <message><source>Chưa có số tiền. Viết số đồng.</source><translation>There is no amount. Write it in đồng.</translation></message>
    <message><source>“{0}” không phải là một bậc lương. Viết số từ 1 đến 99.</source><translation>“{0}” is no salary step. Write a number from 1 to 99.</translation></message>
    <message><source>“{0}” không phải là một ngày. Viết ngày/tháng/năm.</source><translation>“{0}” is not a valid date. Write day/month/year.</translation></message>
    <message><source>“{0}” không có trong danh sách. Chọn một trong: {1}.</source><translation>“{0}” is not in the list. Choose one of: {1}.</translation></message>
    <message><source>Đọc là {0} đ. Nếu số liệu tính bằng nghìn đồng thì viết {1}.</source><translation>Read as {0} đ. If it is in thousands, write {1}.</translation></message>
</context>
<context>
    <name>ChangeRoundForm</name>
    <message><source>Tên và hạn của đợt</source><translation>Name and deadline of the round</translation></message>
    <message><source>Tên đợ&amp;t</source><translation>&amp;Name of the round</translation></message>
    <message><source>&amp;Hạn gửi</source><translation>&amp;Send before</translation></message>
    <message><source>Lư&amp;u</source><translation>&amp;Save</translation></message>
    <message><source>Thôi (Esc)</source><translation>Cancel (Esc)</translation></message>
</context>
<context>
    <name>Changes</name>
    <message><source>Thay đổi của gói</source><translation>Changes of the package</translation></message>
    <message><source>Những thay đổi của gói</source><translation>What the package changes</translation></message>
    <message><source>Thêm văn bản: {0}</source><translation>Document added: {0}</translation></message>
    <message><source>Bớt văn bản: {0}</source><translation>Document removed: {0}</translation></message>
</context>
<context>
    <name>ChangesPanel</name>
    <message><source>Nhận &amp;gói này</source><translation>&amp;Take this package in</translation></message>
    <message><source>Đó&amp;ng</source><translation>&amp;Close</translation></message>
    <message><source>Gói này sẽ thay đổi những gì?</source><translation>What will this package change?</translation></message>
    <message><source>Gói này đã thay đổi những gì?</source><translation>What did this package change?</translation></message>
    <message><source>&amp;Chưa nhận</source><translation>&amp;Not now</translation></message>
</context>
<context>
    <name>ChangesTree</name>
    <message><source>Không có gì khác</source><translation>Nothing differs</translation></message>
    <message><source>Danh sách này giống hệt những gì đang có trong đợt.</source><translation>This list is the same as what the round holds.</translation></message>
    <message><source>Người, mục</source><translation>Person, field</translation></message>
    <message><source>Trong đợt</source><translation>In the round</translation></message>
    <message><source>Trong tệp</source><translation>In the file</translation></message>
    <message><source>Vì sao khác</source><translation>Why it differs</translation></message>
    <message><source>Những gì danh sách này thay đổi</source><translation>What this list changes</translation></message>
</context>
<context>
    <name>CheckCataloguePage</name>
    <message><source>Mức</source><translation>Severity</translation></message>
    <message><source>Mọi mức</source><translation>Every severity</translation></message>
    <message><source>Khâu</source><translation>Stage</translation></message>
    <message><source>Mọi khâu</source><translation>Every stage</translation></message>
    <message><source>Nhóm lỗi</source><translation>Category</translation></message>
    <message><source>Mọi nhóm lỗi</source><translation>Every category</translation></message>
    <message><source>Xuất &amp;Excel…</source><translation>&amp;Export to Excel…</translation></message>
    <message><source>Xuất &amp;PDF…</source><translation>&amp;Export to PDF…</translation></message>
    <message><source>Nội dung kiểm tra</source><translation>The check</translation></message>
    <message><source>{0} trong {1} kiểm tra</source><translation>{0} of {1} checks</translation></message>
    <message><source>Tìm trong danh mục</source><translation>Search the catalogue</translation></message>
    <message><source>Mã</source><translation>Code</translation></message>
    <message><source>Số lần gặp</source><translation>Times found</translation></message>
    <message><source>Thông báo</source><translation>Message</translation></message>
    <message><source>{0} lỗi chặn đóng gói · {1} cảnh báo cần giải trình · {2} lưu ý</source><translation>{0} errors block packing · {1} warnings need a justification · {2} notes</translation></message>
    <message><source>Cách sửa: {0}</source><translation>What to do: {0}</translation></message>
    <message><source>Căn cứ: {0}</source><translation>Basis: {0}</translation></message>
    <message><source>Tham số: {0}</source><translation>Parameters: {0}</translation></message>
    <message><source>Do gói chính sách {0} quy định</source><translation>Set by policy pack {0}</translation></message>
    <message><source>Ghi danh mục kiểm tra</source><translation>Write the catalogue of checks</translation></message>
    <message><source>Đã ghi {0}.</source><translation>{0} was written.</translation></message>
    <message><source>Tìm theo mã, nội dung, căn cứ; không cần dấu</source><translation>Search code, text or basis, accents or not</translation></message>
    <message><source>Tìm kiểm tra</source><translation>Search for a check</translation></message>
    <message><source>Không có kiểm tra nào khớp</source><translation>No check matches</translation></message>
    <message><source>Bỏ bớt chữ tìm hoặc điều kiện lọc.</source><translation>Shorten what you search for, or filter by less.</translation></message>
</context>
<context>
    <name>CheckStep</name>
    <message><source>Lọc các ô, không cần dấu</source><translation>Filter cells, accents or not</translation></message>
    <message><source>Lọc các ô</source><translation>Filter cells</translation></message>
    <message><source>Lưu bản đánh &amp;dấu ô lỗi…</source><translation>&amp;Save a copy with the faulty cells marked…</translation></message>
    <message><source>Bản sao của tệp, mỗi ô lỗi được tô màu kèm ghi chú vì sao</source><translation>A copy of the file in which each faulty cell is coloured and says why</translation></message>
    <message><source>Đọc được {people} người: {good} người đủ các ô, {faulty} người có ô chưa đọc được (vào nháp).</source><translation>{people} people were read: {good} with every cell, {faulty} with cells that could not be read (they become drafts).</translation></message>
    <message><source>{n} quá trình công tác không khớp ai trong danh sách; được giữ lại và tự nhận khi sửa số CCCD.</source><translation>{n} careers fit nobody in the list; they are kept and find their person when the citizen ID is mended.</translation></message>
    <message><source>So với đợt: {new} người mới, {changed} người khác, {same} giữ nguyên, {gone} không còn trong tệp.</source><translation>Against the round: {new} new, {changed} different, {same} unchanged, {gone} no longer in the file.</translation></message>
    <message><source>Ô chưa đọc được ({n})</source><translation>Not read ({n})</translation></message>
    <message><source>Ô đã tự chỉnh ({n})</source><translation>Corrected ({n})</translation></message>
    <message><source>Lưu ý về tệp ({n})</source><translation>Notes on the file ({n})</translation></message>
    <message><source>Khác với trong đợt ({n})</source><translation>Other than in the round ({n})</translation></message>
    <message><source>Mọi ô đều đọc được</source><translation>Every cell was read</translation></message>
    <message><source>Không có ô nào cần sửa trong tệp này.</source><translation>Nothing in this file has to be mended.</translation></message>
    <message><source>Không có ô nào phải chỉnh</source><translation>No cell had to be corrected</translation></message>
    <message><source>Các ô được đọc đúng như đã ghi.</source><translation>The cells were read just as they are written.</translation></message>
</context>
<context>
    <name>ChecksPage</name>
    <message><source>Kiểm tra như Sở Tài chính</source><translation>Check as the Finance Department does</translation></message>
    <message><source>&amp;Kiểm tra như Sở Tài chính (F5)</source><translation>&amp;Check so now (F5)</translation></message>
    <message><source>&amp;Xuất kết quả…</source><translation>E&amp;xport the result…</translation></message>
    <message><source>Chưa có ai trong đợt</source><translation>Nobody in the round yet</translation></message>
    <message><source>Trang này liệt kê lỗi và cảnh báo của mọi người trong đợt. Thêm người hoặc nhập danh sách trước.</source><translation>This page lists errors and warnings about everybody in the round. Add people or take in a list first.</translation></message>
    <message><source>Tới trang Đối tượng</source><translation>Go to People</translation></message>
    <message><source>Chưa có đợt nào</source><translation>There is no round</translation></message>
    <message><source>Trang này liệt kê lỗi và cảnh báo của mọi người trong đợt. Mở một đợt trước.</source><translation>This page lists errors and warnings about everybody in the round. Open a round first.</translation></message>
    <message><source>Tới trang Việc cần làm</source><translation>Go to Work to do</translation></message>
    <message><source>Mục tiếp theo</source><translation>Next item</translation></message>
    <message><source>Mục trước</source><translation>Previous item</translation></message>
    <message><source>Tới ô cần sửa</source><translation>Go to the field to mend</translation></message>
    <message><source>Chạy cả các kiểm tra của Sở Tài chính</source><translation>Run the checks of the Finance Department too</translation></message>
    <message><source>{errors} lỗi chặn đóng gói · {warnings} cảnh báo chưa giải trình</source><translation>{errors} errors block packing · {warnings} warnings without justification</translation></message>
    <message><source> · {0} lỗi Sở Tài chính sẽ thấy khi thẩm định</source><translation> · {0} errors the Finance Department will see on appraisal</translation></message>
    <message><source>Danh sách dưới đây gồm mọi kiểm tra trước khi đóng gói. Nhấn F5 để chạy thêm các kiểm tra mà Sở Tài chính chạy khi nhận.</source><translation>The list below has every check before packing. Press F5 to run those of the Finance Department too.</translation></message>
    <message><source>Đã kiểm tra như Sở Tài chính lúc {0}: {1} người, {2}.</source><translation>Checked as the Finance Department does at {0}: {1} people, {2}.</translation></message>
    <message><source> Đã có thay đổi, nhấn F5 để chạy lại.</source><translation> Something changed, press F5 to run it again.</translation></message>
    <message><source>không thêm mục nào so với danh sách này</source><translation>nothing beyond this list</translation></message>
    <message><source>thêm {0} mục chỉ thấy ở khâu thẩm định</source><translation>{0} more that only the appraisal sees</translation></message>
    <message><source>, trong đó {0} lỗi</source><translation>, {0} of them errors</translation></message>
    <message><source>ket-qua-kiem-tra.pdf</source><translation>ket-qua-kiem-tra.pdf</translation></message>
    <message><source>PDF (*.pdf);;CSV cho Excel (*.csv)</source><translation>PDF (*.pdf);;CSV for Excel (*.csv)</translation></message>
    <message><source>Xuất kết quả kiểm tra</source><translation>Export the result of the checks</translation></message>
    <message><source>Đã ghi {0}.</source><translation>{0} was written.</translation></message>
    <message><source>Mọi hồ sơ của đợt đã gửi nên không còn giải trình được.</source><translation>Every record of the round was sent, so nothing can be justified any more.</translation></message>
    <message><source>giải trình {0} mục {1}</source><translation>justify {0} of {1}</translation></message>
    <message><source>bỏ giải trình {0} mục {1}</source><translation>drop the justification of {0} of {1}</translation></message>
</context>
<context>
    <name>ChoiceBox</name>
    <message><source>Chưa chọn</source><translation>Not chosen</translation></message>
</context>
<context>
    <name>CiteFields</name>
    <message><source>&amp;Văn bản</source><translation>&amp;Document</translation></message>
    <message><source>Đ&amp;iều</source><translation>&amp;Article</translation></message>
    <message><source>&amp;Khoản</source><translation>&amp;Clause</translation></message>
    <message><source>&amp;Điểm</source><translation>&amp;Point</translation></message>
</context>
<context>
    <name>ColumnTable</name>
    <message><source>Cột</source><translation>Column</translation></message>
    <message><source>Tiêu đề</source><translation>Heading</translation></message>
    <message><source>Ví dụ</source><translation>Example</translation></message>
    <message><source>Đọc là</source><translation>Read as</translation></message>
    <message><source>Các cột của trang và cách đọc</source><translation>Columns of the sheet and how they are read</translation></message>
    <message><source>– không đọc –</source><translation>– not read –</translation></message>
    <message><source>Cột {letter} {heading}: đọc là</source><translation>Column {letter} {heading}: read as</translation></message>
</context>
<context>
    <name>ColumnsStep</name>
    <message><source>Các trang của tệp</source><translation>Sheets of the file</translation></message>
    <message><source>&amp;Quên cách ghép này</source><translation>&amp;Forget this matching</translation></message>
    <message><source>Ghép cột như lần nhập {file} ngày {day}: tiêu đề giống hệt.</source><translation>Columns matched as when {file} was imported on {day}: the headings are the same.</translation></message>
    <message><source>Chưa đọc được trang này: cần chỉ ra cột {columns}. Chọn ở cột “Đọc là”.</source><translation>This sheet cannot be read yet: say which is the column {columns}. Choose it under “Read as”.</translation></message>
    <message><source> hoặc </source><translation> or </translation></message>
    <message><source>Chưa có cột riêng cho: {columns}. Vẫn nhập được; mục nào không ghi ở chỗ khác trong trang thì để trống, nhập tay sau.</source><translation>No column of its own for: {columns}. It can come in; what the sheet does not say elsewhere stays empty and is typed later.</translation></message>
    <message><source>Mọi mục cần có đều đã có cột.</source><translation>Every field that is needed has its column.</translation></message>
    <message><source>Tr&amp;ang trong tệp</source><translation>Sheets &amp;of the file</translation></message>
    <message><source>Tiêu đề từ &amp;dòng</source><translation>&amp;Headings from row</translation></message>
    <message><source>&amp;gồm số dòng</source><translation>&amp;number of rows</translation></message>
    <message><source>Tiêu đề bắt đầu từ dòng</source><translation>First row of the headings</translation></message>
    <message><source>Số dòng tiêu đề; 0 là không có tiêu đề</source><translation>Number of heading rows; 0 means that there are none</translation></message>
    <message><source>Trang này là</source><translation>This sheet is</translation></message>
    <message><source>Trang này &amp;là</source><translation>&amp;This sheet is</translation></message>
</context>
<context>
    <name>ComparisonView</name>
    <message><source>Khai</source><translation>Declared</translation></message>
    <message><source>Tính lại</source><translation>Recomputed</translation></message>
    <message><source>So sánh từng bước</source><translation>Comparison step by step</translation></message>
    <message><source>Bước</source><translation>Step</translation></message>
    <message><source>So sánh</source><translation>Compare</translation></message>
    <message><source>khác từ đây</source><translation>differs from here</translation></message>
    <message><source>khớp</source><translation>agrees</translation></message>
    <message><source>khác</source><translation>differs</translation></message>
    <message><source>do bước trên</source><translation>by a step above</translation></message>
    <message><source>chỉ bên trái có</source><translation>only at the left</translation></message>
    <message><source>chỉ bên phải có</source><translation>only at the right</translation></message>
    <message><source>Hai bên giống nhau ở mọi bước.</source><translation>Both sides agree in every step.</translation></message>
    <message><source>Khác từ bước “{step}”: {left} {declared}, {right} {computed}.</source><translation>They differ from step “{step}” on: {left} {declared}, {right} {computed}.</translation></message>
    <message><source>không có</source><translation>none</translation></message>
</context>
<context>
    <name>CompressionDialog</name>
    <message><source>Nén bản quét</source><translation>Compress scans</translation></message>
    <message><source>Vẽ trang</source><translation>Draw the page</translation></message>
    <message><source>Đang nén thử {count} tệp. Bấm Thôi để dừng.</source><translation>Trying to compress {count} files. Press Cancel to stop.</translation></message>
    <message><source>Thay bằng bản nén</source><translation>Use the compressed copies</translation></message>
    <message><source>Bản nén nhỏ hơn {mb} MB. So hai bản ở cỡ thật rồi hãy dùng.</source><translation>The copies are {mb} MB smaller. Compare both at full size before using them.</translation></message>
    <message><source>Đã dừng, các văn bản giữ nguyên tệp cũ.</source><translation>Stopped; the documents keep their files.</translation></message>
    <message><source>không nén được</source><translation>cannot be compressed</translation></message>
    <message><source>có chữ ký số, giữ nguyên</source><translation>digitally signed, left as it is</translation></message>
    <message><source>nén sẽ khó đọc, giữ nguyên</source><translation>would be hard to read, left as it is</translation></message>
    <message><source>đã nhỏ, giữ nguyên</source><translation>small already, left as it is</translation></message>
    <message><source>{mb} MB, bớt {percent} %</source><translation>{mb} MB, {percent} % less</translation></message>
    <message><source>Đang dùng {used} / {limit} MB của một gói</source><translation>{used} of {limit} MB of a package are used</translation></message>
    <message><source>; với các bản nén đang chọn: {used} MB</source><translation>; with the chosen copies: {used} MB</translation></message>
    <message><source>Trước: {mb} MB</source><translation>Before: {mb} MB</translation></message>
    <message><source>Bấm Nén thử để xem bản nén của tệp này.</source><translation>Press Try to see the compressed copy of this file.</translation></message>
    <message><source>Sau: {mb} MB</source><translation>After: {mb} MB</translation></message>
    <message><source>Tệp</source><translation>File</translation></message>
    <message><source>Hiện nay</source><translation>Now</translation></message>
    <message><source>Bản nén</source><translation>Compressed</translation></message>
    <message><source>Các bản quét của đợt, lớn nhất trước</source><translation>Scans of the round, the largest first</translation></message>
    <message><source>Vừa: 200 dpi, gần như bản gốc</source><translation>Medium: 200 dpi, almost like the original</translation></message>
    <message><source>Mạnh: 150 dpi, vẫn đọc được</source><translation>Strong: 150 dpi, still readable</translation></message>
    <message><source>Mức nén</source><translation>Compression</translation></message>
    <message><source>Dung lượng đã dùng</source><translation>Size used</translation></message>
    <message><source>&amp;Nén thử</source><translation>&amp;Try</translation></message>
    <message><source>&amp;Dùng bản nén</source><translation>&amp;Use the copies</translation></message>
    <message><source>&amp;Mức nén</source><translation>&amp;Compression</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
</context>
<context>
    <name>CopyRoom</name>
    <message><source>Tìm theo tên, CCCD, không cần dấu</source><translation>Search name, citizen ID, accents or not</translation></message>
    <message><source>Tìm người để chép</source><translation>Find a person to copy</translation></message>
    <message><source>Ché&amp;p</source><translation>Cop&amp;y</translation></message>
    <message><source>Thôi, về &amp;danh sách</source><translation>Cancel, to the &amp;list</translation></message>
    <message><source>Chép vào hồ sơ của {name}</source><translation>Copy into the record of {name}</translation></message>
    <message><source>Chọn người và những phần chép sang. Họ tên, các số, ngày sinh, tài khoản không bao giờ được chép.</source><translation>Choose the person and the parts to copy. Name, numbers, date of birth and account are never copied.</translation></message>
    <message><source>Chép người từ đợt trước</source><translation>Copy people from the round before</translation></message>
    <message><source>Người được chép thành hồ sơ mới của đợt này: thông tin cá nhân, trường hợp, quá trình; thời điểm</source><translation>People become new records of this round with identity, case and career; leaving date,</translation></message>
    <message><source>nghỉ, văn bản và giải trình phải nhập mới. Giữ Ctrl hoặc Shift để chọn nhiều người.</source><translation>document and justifications are typed anew. Hold Ctrl or Shift to choose several people.</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Số CCCD</source><translation>Citizen ID number</translation></message>
    <message><source>Đợt</source><translation>Round</translation></message>
    <message><source>Ghi chú</source><translation>Note</translation></message>
    <message><source>Người để chép</source><translation>Person to copy</translation></message>
    <message><source>Không tìm thấy ai</source><translation>Nobody was found</translation></message>
    <message><source>Thử một phần của tên, không cần dấu, hoặc số CCCD.</source><translation>Try a part of the name, accents or not, or the citizen ID.</translation></message>
    <message><source>Chưa có ai ở đợt khác</source><translation>Nobody in another round yet</translation></message>
    <message><source>Người của những đợt đã lập trước hiện ở đây.</source><translation>The people of earlier rounds show here.</translation></message>
    <message><source>Chưa có ai khác trong đợt</source><translation>Nobody else in the round yet</translation></message>
    <message><source>Những người khác của đợt này hiện ở đây.</source><translation>The other people of this round show here.</translation></message>
    <message><source>đã có trong đợt này</source><translation>in this round already</translation></message>
</context>
<context>
    <name>CorrectionBox</name>
    <message><source>Rút cả &amp;danh sách…</source><translation>&amp;Withdraw the whole list…</translation></message>
    <message><source>Gói này: {0}.</source><translation>This package: {0}.</translation></message>
    <message><source>Mục đích của &amp;gói</source><translation>&amp;Purpose of the package</translation></message>
    <message><source>&amp;Lý do thay thế</source><translation>&amp;Reason for replacing</translation></message>
    <message><source> (phù hợp)</source><translation> (fits)</translation></message>
    <message><source>Vì sao rút mọi người đã gửi mà chưa có quyết định?</source><translation>Why is everybody withdrawn who was sent and is not decided on?</translation></message>
    <message><source>Rút cả danh sách</source><translation>Withdraw the whole list</translation></message>
    <message><source>Đã rút {0} người. Ký và ghi gói để báo Sở Tài chính.</source><translation>{0} people are withdrawn. Sign and write the package to tell the Finance Department.</translation></message>
    <message><source>Thêm</source><translation>Add</translation></message>
    <message><source>Sửa</source><translation>Change</translation></message>
    <message><source>Rút</source><translation>Withdraw</translation></message>
    <message><source>{0} và {1} người khác</source><translation>{0} and {1} others</translation></message>
</context>
<context>
    <name>DataStep</name>
    <message><source>Dữ liệu của đơn vị</source><translation>The unit's data</translation></message>
    <message><source>Bỏ qua bước này thì hồ sơ trống; dựng lại sau ở trang Đơn vị &amp; chứng thư, trước khi nhập danh sách mới.</source><translation>Without this step the profile is empty; rebuild it later on the page Units &amp; certificates, before a new list is imported.</translation></message>
    <message><source>Khóa đã trở lại. Dữ liệu lấy lại từ chính các gói mà đơn vị đã gửi.</source><translation>The key is back. The data comes back from the very packages that the unit sent.</translation></message>
</context>
<context>
    <name>DateEdit</name>
    <message><source>“{0}” không phải là một ngày. Viết ngày/tháng/năm hoặc tháng/năm.</source><translation>“{0}” is not a valid date. Write day/month/year or month/year.</translation></message>
    <message><source>“{0}” không phải là một ngày. Viết ngày/tháng/năm.</source><translation>“{0}” is not a valid date. Write day/month/year.</translation></message>
</context>
<context>
    <name>DeadlinePanel</name>
    <message><source>Hạn</source><translation>Deadline</translation></message>
    <message><source>Chưa ghi hạn nào. Ghi hạn gửi của đợt để được nhắc.</source><translation>There is no deadline. Write the round's deadline to be reminded.</translation></message>
    <message><source>&amp;Sửa tên, hạn của đợt…</source><translation>Change &amp;name, deadline of the round…</translation></message>
</context>
<context>
    <name>DecisionBar</name>
    <message><source>Chấp thuận (A)</source><translation>Approve (A)</translation></message>
    <message><source>Điều chỉnh (D)</source><translation>Adjust (D)</translation></message>
    <message><source>Trả lại (B)</source><translation>Return (B)</translation></message>
    <message><source>Từ chối (T)</source><translation>Reject (T)</translation></message>
    <message><source>Rút quyết định</source><translation>Withdraw the decision</translation></message>
    <message><source>← Người trước</source><translation>← Previous person</translation></message>
    <message><source>Người sau →</source><translation>Next person →</translation></message>
    <message><source>Văn bản (F6)</source><translation>Document (F6)</translation></message>
    <message><source>Chấp thuận hàng loạt…</source><translation>Approve in bulk…</translation></message>
    <message><source>Chấp thuận mọi người không có khác biệt, lỗi hay cảnh báo chưa giải trình</source><translation>Approve everybody without differences, errors or unanswered warnings</translation></message>
</context>
<context>
    <name>DecisionEntry</name>
    <message><source>Lý do quyết định</source><translation>Reason for the decision</translation></message>
    <message><source>&amp;Ghi quyết định (Ctrl+Enter)</source><translation>&amp;Record the decision (Ctrl+Enter)</translation></message>
    <message><source>Thôi (Esc)</source><translation>Cancel (Esc)</translation></message>
    <message><source>Số tiền t&amp;hẩm định</source><translation>&amp;Appraised amount</translation></message>
    <message><source>Cả hồ sơ</source><translation>The whole record</translation></message>
    <message><source>&amp;Mục</source><translation>&amp;Field</translation></message>
    <message><source>&amp;Lý do</source><translation>&amp;Reason</translation></message>
    <message><source>không có</source><translation>none</translation></message>
    <message><source>{0}: đơn vị khai {1}, tính lại {2}.</source><translation>{0}: the unit declared {1}, recomputed {2}.</translation></message>
</context>
<context>
    <name>DocumentPane</name>
    <message><source>Văn bản</source><translation>Document</translation></message>
    <message><source>Ví dụ 123/QĐ-UBND hoặc 45-QĐ/TU.</source><translation>For example 123/QĐ-UBND or 45-QĐ/TU.</translation></message>
    <message><source>Số, ký hiệ&amp;u</source><translation>&amp;Number</translation></message>
    <message><source>Ngày &amp;ban hành</source><translation>&amp;Date of issue</translation></message>
    <message><source>Cơ &amp;quan ban hành</source><translation>&amp;Issuing authority</translation></message>
    <message><source>&amp;Loại</source><translation>&amp;Kind</translation></message>
    <message><source>T&amp;rích yếu</source><translation>&amp;Subject</translation></message>
    <message><source>Dùng để chứng minh</source><translation>Used to prove</translation></message>
    <message><source>Văn bản nà&amp;y là</source><translation>&amp;This document is</translation></message>
    <message><source>Người thẩm định cần tìm gì trong văn bản; đi theo gói và in ở Biểu 06.</source><translation>What the appraiser should look for in the document; it goes with the package and is printed in Biểu 06.</translation></message>
    <message><source>Nội dung cần thẩm đị&amp;nh</source><translation>&amp;What to appraise</translation></message>
    <message><source>Theo {source}. Thường xem: {verify}</source><translation>By {source}. Usually look for: {verify}</translation></message>
    <message><source>Thường xem: {verify}</source><translation>Usually look for: {verify}</translation></message>
    <message><source>sửa nội dung văn bản {number}</source><translation>change what document {number} says</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
</context>
<context>
    <name>DraftPage</name>
    <message><source>Bản soạn</source><translation>Draft</translation></message>
    <message><source>Hoàn tác</source><translation>Undo</translation></message>
    <message><source>Làm lại</source><translation>Redo</translation></message>
    <message><source>Bỏ bản soạn</source><translation>Discard the draft</translation></message>
    <message><source>Thùng</source><translation>Bin</translation></message>
    <message><source>Chưa có bản soạn nào</source><translation>No drafts yet</translation></message>
    <message><source>Bản soạn bắt đầu từ một gói đang có, với số phiên bản kế tiếp; lưu lại sau mỗi việc.</source><translation>A draft begins with a pack that is here, with the next version number; it is saved after every act.</translation></message>
    <message><source>Tới trang Chính sách</source><translation>To the Policy page</translation></message>
    <message><source>Lấy lại {0} · {1}</source><translation>Bring back {0} · {1}</translation></message>
    <message><source>Chưa có bản soạn nào. Mở trang Chính sách và bấm Soạn phiên bản mới.</source><translation>No drafts yet. Open the Policy page and press Draft a new version.</translation></message>
    <message><source>{0} · đã lưu {1}</source><translation>{0} · saved {1}</translation></message>
    <message><source>Thẻ tiếp theo</source><translation>Next tab</translation></message>
    <message><source>Hoàn tác việc soạn vừa làm</source><translation>Undo what was just drafted</translation></message>
    <message><source>Làm lại việc vừa hoàn tác</source><translation>Redo what was just undone</translation></message>
    <message><source>Trong công thức: chọn tên theo tiếng Việt</source><translation>In a formula: choose a name by its Vietnamese words</translation></message>
    <message><source>Đọc hồ sơ đang mở</source><translation>Read the open records</translation></message>
    <message><source>Tính được</source><translation>Computes</translation></message>
    <message><source>Còn lỗi</source><translation>Has faults</translation></message>
    <message><source>Đã bỏ bản soạn vào thùng.</source><translation>The draft was put into the bin.</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
    <message><source>Đã công bố {0} phiên bản {1}. Gói nằm ở {2}: chép cho các đơn vị.</source><translation>Published {0} version {1}. The package is in {2}: copy it for the units.</translation></message>
    <message><source>&amp;1 Số liệu</source><translation>&amp;1 Figures</translation></message>
    <message><source>&amp;2 Công thức</source><translation>&amp;2 Formulas</translation></message>
    <message><source>&amp;3 Tên, thời hạn</source><translation>&amp;3 Names, deadlines</translation></message>
    <message><source>&amp;4 Trường hợp mẫu</source><translation>&amp;4 Golden cases</translation></message>
    <message><source>&amp;5 Văn bản YAML</source><translation>&amp;5 YAML text</translation></message>
    <message><source>&amp;6 So sánh và công bố</source><translation>&amp;6 Compare and publish</translation></message>
</context>
<context>
    <name>DraftSending</name>
    <message><source>Gửi bản nhá&amp;p…</source><translation>&amp;Send a draft…</translation></message>
    <message><source>Gửi đợt như đang có, kể cả còn lỗi, để xin ý kiến; không phải gói chính thức</source><translation>Send the round as it stands, errors and all, for advice; it is no formal package</translation></message>
    <message><source>Ghi bản nháp vào thư mục hoặc USB</source><translation>Write the draft to a folder or USB stick</translation></message>
    <message><source>Ký và ghi bản nháp</source><translation>Sign and write the draft</translation></message>
</context>
<context>
    <name>DropZone</name>
    <message><source>Kéo tệp {0} vào đây, hoặc</source><translation>Drag {0} files here, or</translation></message>
    <message><source>Chọn tệp…</source><translation>Choose a file…</translation></message>
</context>
<context>
    <name>ExamplesTab</name>
    <message><source>Trường hợp mẫu</source><translation>Golden case</translation></message>
    <message><source>Sử&amp;a trường hợp đang chọn</source><translation>&amp;Edit the chosen case</translation></message>
    <message><source>Thê&amp;m trường hợp mẫu</source><translation>&amp;Add a golden case</translation></message>
    <message><source>&amp;Bỏ trường hợp này</source><translation>&amp;Remove this case</translation></message>
    <message><source>Công thức hoặc mức còn lỗi nên chưa chạy được.</source><translation>A formula or figure is still wrong, so it cannot run.</translation></message>
    <message><source>{0} trường hợp mẫu, {1} không đạt.</source><translation>{0} golden cases, {1} fail.</translation></message>
    <message><source>Mã</source><translation>Code</translation></message>
    <message><source>Kết quả</source><translation>Result</translation></message>
    <message><source>Không đạt</source><translation>Failed</translation></message>
    <message><source>Đạt</source><translation>Passed</translation></message>
    <message><source>Nhóm</source><translation>Group</translation></message>
    <message><source>Cách nghỉ</source><translation>Route</translation></message>
    <message><source>Số tính tay</source><translation>Worked out by hand</translation></message>
    <message><source>Nguồn</source><translation>Source</translation></message>
    <message><source>Đã bỏ các bước trung gian ghi theo số cũ: {0}. Số tiền tính tay vẫn được kiểm tra.</source><translation>Intermediate steps written by the old figures were dropped: {0}. The amount worked out by hand is still checked.</translation></message>
    <message><source>Thêm trường hợp mẫu</source><translation>Add a golden case</translation></message>
    <message><source>&amp;Như người mẫu</source><translation>&amp;Like the model person</translation></message>
    <message><source>&amp;Giới tính</source><translation>&amp;Sex</translation></message>
    <message><source>Ngày &amp;sinh</source><translation>&amp;Date of birth</translation></message>
    <message><source>Thời &amp;điểm nghỉ</source><translation>&amp;Leaving date</translation></message>
    <message><source>Số &amp;tiền tính tay</source><translation>&amp;Amount worked out by hand</translation></message>
    <message><source>Ng&amp;uồn của số tính tay</source><translation>&amp;Source of that amount</translation></message>
    <message><source>không được hưởng</source><translation>not eligible</translation></message>
    <message><source>không có số tiền</source><translation>no amount</translation></message>
</context>
<context>
    <name>ExchangePanel</name>
    <message><source>Gửi và nhận gói</source><translation>Sending and receiving packages</translation></message>
    <message><source>Qua &amp;USB hoặc thư mục dùng chung</source><translation>&amp;On a USB stick or in a shared folder</translation></message>
    <message><source>Qua &amp;thư điện tử</source><translation>&amp;By e-mail</translation></message>
    <message><source>Chỉ nhận &amp;danh sách đã mã hóa</source><translation>&amp;Take in encrypted lists only</translation></message>
    <message><source>Gói lớn hơn giới hạn được chia thành nhiều phần có đánh số, từng phần đều ký và mã hóa. Nơi nhận ghép lại khi đủ các phần, theo thứ tự nào cũng được.</source><translation>A package above the limit is split into numbered parts, each signed and encrypted. The receiver joins them when all are there, in whatever order they come.</translation></message>
    <message><source>Thư điện tử làm tệp lớn thêm khoảng một phần ba: nếu máy chủ thư không nhận, hạ giới hạn này.</source><translation>E-mail makes files about a third larger: if the mail server refuses them, lower this limit.</translation></message>
    <message><source>Danh sách và gói nháp không mã hóa bị từ chối khi nhận: ai cầm tệp cũng đọc được.</source><translation>Lists and drafts that are not encrypted are refused: whoever holds the file could read it.</translation></message>
    <message><source>mỗi tệp tối đa</source><translation>at most, each file</translation></message>
    <message><source>MB</source><translation>MB</translation></message>
</context>
<context>
    <name>ExplanationPane</name>
    <message><source>Chép</source><translation>Copy</translation></message>
    <message><source>Chép toàn bộ diễn giải để dán vào thư, văn bản</source><translation>Copy the whole explanation, to paste it into a letter</translation></message>
    <message><source>In phiếu…</source><translation>Print the slip…</translation></message>
    <message><source>In Phiếu tính hỗ trợ (Biểu 03) của người này (Ctrl+P)</source><translation>Print this person's calculation slip (Biểu 03) (Ctrl+P)</translation></message>
    <message><source>Chính sách được giải thích</source><translation>The policy that is explained</translation></message>
    <message><source>Theo chính sách</source><translation>By policy</translation></message>
</context>
<context>
    <name>FailureWords</name>
    <message><source>Khác ở bước “{0}”: tính ra {1}, trường hợp mẫu ghi {2}.</source><translation>Differs at step “{0}”: computed {1}, the golden case says {2}.</translation></message>
    <message><source>Trường hợp mẫu ghi còn mức chưa có số liệu ({0}); nay đã có số. Tính tay rồi ghi số tiền.</source><translation>The golden case says that figures are open ({0}); they are known now. Work it out by hand and write the amount.</translation></message>
    <message><source>Tính ra còn mức chưa có số liệu ({0}); trường hợp mẫu ghi: {1}.</source><translation>The computation still needs open figures ({0}); the golden case says: {1}.</translation></message>
    <message><source>không còn mức nào</source><translation>none open any more</translation></message>
    <message><source>hồ sơ của người mẫu</source><translation>record of the model person</translation></message>
    <message><source>kiểm tra riêng của gói</source><translation>the pack's own check</translation></message>
    <message><source>thuộc phạm vi của chính sách</source><translation>within the policy's scope</translation></message>
    <message><source>được hưởng</source><translation>eligible</translation></message>
    <message><source>Tổng số tiền</source><translation>Total amount</translation></message>
    <message><source>không có gì</source><translation>nothing</translation></message>
    <message><source>có</source><translation>yes</translation></message>
    <message><source>không</source><translation>no</translation></message>
</context>
<context>
    <name>Faults</name>
    <message><source>Có lỗi ngoài dự kiến</source><translation>An unexpected fault</translation></message>
</context>
<context>
    <name>Field</name>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Giới tính</source><translation>Sex</translation></message>
    <message><source>Ngày sinh</source><translation>Date of birth</translation></message>
    <message><source>Số CCCD</source><translation>Citizen ID number</translation></message>
    <message><source>Ngày sinh theo hồ sơ gốc</source><translation>Date of birth in the original file</translation></message>
    <message><source>Căn cứ ngày sinh</source><translation>Basis of the date of birth</translation></message>
    <message><source>Lý do chọn căn cứ ngày sinh</source><translation>Reason for this basis of the date of birth</translation></message>
    <message><source>Giấy tờ kèm theo</source><translation>Enclosed papers</translation></message>
    <message><source>Giấy tờ chứng minh ngày sinh</source><translation>Paper that proves the date of birth</translation></message>
    <message><source>Mã số BHXH</source><translation>Insurance number</translation></message>
    <message><source>Chức vụ, chức danh</source><translation>Post, title</translation></message>
    <message><source>Đơn vị công tác</source><translation>Workplace</translation></message>
    <message><source>Trình độ chuyên môn</source><translation>Qualification</translation></message>
    <message><source>Đối tượng</source><translation>Employment</translation></message>
    <message><source>Diện quản lý</source><translation>Management level</translation></message>
    <message><source>Số tài khoản</source><translation>Bank account</translation></message>
    <message><source>Ngân hàng</source><translation>Bank</translation></message>
    <message><source>Nhóm đối tượng</source><translation>Group</translation></message>
    <message><source>Trường hợp nghỉ</source><translation>Leaving case</translation></message>
    <message><source>Thời điểm nghỉ</source><translation>Leaving date</translation></message>
    <message><source>Lý do tinh giản</source><translation>Reason for downsizing</translation></message>
    <message><source>Trường hợp chưa xem xét tinh giản</source><translation>Cases in which downsizing is not considered</translation></message>
    <message><source>Đề nghị tuổi nghỉ hưu thấp hơn</source><translation>Claims a lower retirement age</translation></message>
    <message><source>Suy giảm khả năng lao động</source><translation>Reduced capacity to work</translation></message>
    <message><source>Tháng giám định y khoa</source><translation>Month of the medical assessment</translation></message>
    <message><source>Khoản đã nhận trước</source><translation>Paid before</translation></message>
    <message><source>Quá trình công tác</source><translation>Career</translation></message>
    <message><source>Ngạch, hạng</source><translation>Rank</translation></message>
    <message><source>Diễn biến lương</source><translation>Salary history</translation></message>
    <message><source>Quá trình đóng BHXH</source><translation>Social insurance history</translation></message>
    <message><source>Đối chiếu với sổ BHXH</source><translation>Compared with the insurance book</translation></message>
    <message><source>Thời gian đóng BHXH đã khai</source><translation>Insured time as declared</translation></message>
    <message><source>Số tháng nghỉ trước tuổi đã khai</source><translation>Months left early as declared</translation></message>
    <message><source>Hệ số lương đã khai</source><translation>Salary coefficient as declared</translation></message>
    <message><source>Phụ cấp chức vụ đã khai</source><translation>Position allowance as declared</translation></message>
    <message><source>Số năm đóng BHXH đã khai</source><translation>Insured years as declared</translation></message>
    <message><source>Tiền lương tháng đã khai</source><translation>Monthly salary as declared</translation></message>
    <message><source>Số tiền đã khai</source><translation>Amount as declared</translation></message>
    <message><source>Văn bản phê duyệt</source><translation>Approving document</translation></message>
    <message><source>Số văn bản phê duyệt</source><translation>Number of the approving document</translation></message>
    <message><source>Ngày văn bản phê duyệt</source><translation>Date of the approving document</translation></message>
    <message><source>Cơ quan ban hành văn bản</source><translation>Authority that issued the document</translation></message>
    <message><source>Trích yếu văn bản</source><translation>Subject of the document</translation></message>
    <message><source>Nội dung cần thẩm định</source><translation>What to appraise</translation></message>
    <message><source>Bản quét văn bản</source><translation>Scan of the document</translation></message>
    <message><source>Chỗ ghim trên bản quét</source><translation>Pin on the scan</translation></message>
    <message><source>Văn bản là giấy tờ</source><translation>The document is</translation></message>
    <message><source>Giải trình</source><translation>Justification</translation></message>
    <message><source>Số thứ tự</source><translation>Ordinal number</translation></message>
    <message><source>Ghi chú</source><translation>Note</translation></message>
</context>
<context>
    <name>FigureEdit</name>
    <message><source>“{0}” không phải là một số. Viết ví dụ 12.000.000, 0,5 hoặc 1/3.</source><translation>“{0}” is not a number. Write for example 12.000.000, 0,5 or 1/3.</translation></message>
</context>
<context>
    <name>FigureForm</name>
    <message><source>Mức của văn bản</source><translation>A figure of the document</translation></message>
    <message><source>&amp;Ghi mức này</source><translation>&amp;Record this figure</translation></message>
    <message><source>Thêm mức từ ngà&amp;y khác</source><translation>&amp;Add a figure from another day on</translation></message>
    <message><source>Đơn vị: {0}</source><translation>Unit: {0}</translation></message>
    <message><source>Mức chắc chắn là “chưa có số liệu” mà vẫn có số. Chọn mức chắc chắn khác hoặc bỏ số.</source><translation>The certainty is “not known” and yet there is a number. Choose another certainty or remove the number.</translation></message>
    <message><source>Chưa ghi số. Chưa biết thì chọn mức chắc chắn “chưa có số liệu”.</source><translation>There is no number. If it is not known yet, choose the certainty “not known”.</translation></message>
    <message><source>Chưa ghi ngày bắt đầu áp dụng.</source><translation>There is no day from which it applies.</translation></message>
    <message><source>Chưa chọn văn bản.</source><translation>No document is chosen.</translation></message>
    <message><source>Chưa ghi điều của văn bản.</source><translation>The article of the document is missing.</translation></message>
    <message><source>Chưa chọn mức chắc chắn.</source><translation>No certainty is chosen.</translation></message>
    <message><source>&amp;Số</source><translation>&amp;Number</translation></message>
    <message><source>Số tiền ghi bằng đồng.</source><translation>Amounts are in đồng.</translation></message>
    <message><source>Ngày</source><translation>Date</translation></message>
    <message><source>Áp dụng &amp;từ ngày</source><translation>&amp;Applies from</translation></message>
    <message><source>Mức &amp;chắc chắn</source><translation>&amp;Certainty</translation></message>
    <message><source>G&amp;hi chú</source><translation>&amp;Note</translation></message>
</context>
<context>
    <name>FiguresTab</name>
    <message><source>Các mức của chính sách</source><translation>Figures of the policy</translation></message>
    <message><source>&amp;Bỏ mức này</source><translation>&amp;Remove this figure</translation></message>
    <message><source>Thêm văn bả&amp;n…</source><translation>&amp;Add a document…</translation></message>
    <message><source>Thêm &amp;mức mới…</source><translation>&amp;Add a new figure…</translation></message>
    <message><source>Nội dung</source><translation>Contents</translation></message>
    <message><source>Giá trị</source><translation>Value</translation></message>
    <message><source>Từ ngày</source><translation>From</translation></message>
    <message><source>Căn cứ</source><translation>Basis</translation></message>
    <message><source>Mức chắc chắn</source><translation>Certainty</translation></message>
</context>
<context>
    <name>FileStep</name>
    <message><source>Danh sách Excel tự làm dùng được ngay: nhiều dòng tiêu đề, ô gộp, dòng nhóm, dòng tổng đều đọc được. Tệp gốc được giữ nguyên kèm mã băm; chưa có gì vào đợt trước bước cuối.</source><translation>A hand-made Excel list can be used as it is: several heading rows, merged cells, group rows and totals are understood. The file is kept unchanged with its digest; nothing enters the round before the last step.</translation></message>
    <message><source>Kéo tệp Excel (XLSX, XLS) hoặc ODS vào đây, hoặc</source><translation>Drag an Excel file (XLSX, XLS) or ODS here, or</translation></message>
    <message><source>Tệp đã dùng gần đây</source><translation>Files used lately</translation></message>
    <message><source>Tệp đã &amp;dùng gần đây (Enter để mở)</source><translation>&amp;Files used lately (Enter opens)</translation></message>
    <message><source>Lưu &amp;mẫu danh sách trống…</source><translation>Save an empty &amp;template…</translation></message>
    <message><source>Tệp Excel có sẵn tiêu đề, danh mục chọn và hướng dẫn từng cột</source><translation>An Excel file with headings, lists to choose from and help for each column</translation></message>
</context>
<context>
    <name>FilterHeader</name>
    <message><source>Lọc cột {title}</source><translation>Filter column {title}</translation></message>
    <message><source>lọc</source><translation>filter</translation></message>
</context>
<context>
    <name>FinanceTrustStep</name>
    <message><source>Tin cậy: gốc của Sở Tài chính</source><translation>Trust: the root of the Finance Department</translation></message>
    <message><source>Bỏ qua bước này thì chưa cấp được chứng thư cho đơn vị nào và chưa nhận được gói nào. Thiết lập sau ở trang Đơn vị &amp; chứng thư.</source><translation>Without this step no unit can get a certificate and no package can be taken in. Set it up later on the page Units &amp; certificates.</translation></message>
    <message><source>Mọi chứng thư dẫn về gốc tin cậy. Đơn vị chỉ tin gốc có dấu vân tay giống tờ do Sở in, đóng dấu.</source><translation>Every certificate leads to the trust root. Units trust only the root whose fingerprint is that on the sheet which the department prints and seals.</translation></message>
</context>
<context>
    <name>FindingFilter</name>
    <message><source>Loại</source><translation>Kind</translation></message>
    <message><source>Lọc theo người</source><translation>Filter by person</translation></message>
    <message><source>Tên người hoặc mã, không cần dấu</source><translation>Name or code, accents or not</translation></message>
    <message><source>L&amp;oại</source><translation>K&amp;ind</translation></message>
    <message><source>Lọ&amp;c</source><translation>&amp;Filter</translation></message>
    <message><source>tìm “{0}”</source><translation>search “{0}”</translation></message>
    <message><source>Chọn theo: {0}</source><translation>Chosen by: {0}</translation></message>
    <message><source>Mọi mức</source><translation>Every severity</translation></message>
    <message><source>Chưa giải trình</source><translation>Without justification</translation></message>
</context>
<context>
    <name>FindingList</name>
    <message><source>Tới chỗ &amp;sửa</source><translation>&amp;To where it is mended</translation></message>
    <message><source>&amp;Giải trình…</source><translation>&amp;Justify…</translation></message>
    <message><source>Danh sách lỗi và cảnh báo</source><translation>List of errors and warnings</translation></message>
    <message><source>… và {0} mục nữa cùng mã. Enter để hiện thêm.</source><translation>… and {0} more with this code. Enter shows more.</translation></message>
    <message><source> · {0} chưa giải trình</source><translation> · {0} without justification</translation></message>
    <message><source>Đã giải trình: {0}</source><translation>Justified: {0}</translation></message>
</context>
<context>
    <name>Findings</name>
    <message><source>{0} lỗi</source><translation>{0} errors</translation></message>
    <message><source>{0} cảnh báo</source><translation>{0} warnings</translation></message>
    <message><source>{0} lưu ý</source><translation>{0} notes</translation></message>
    <message><source>Không còn lỗi hay cảnh báo nào.</source><translation>No errors or warnings are left.</translation></message>
    <message><source>{names} và {n} người khác</source><translation>{names} and {n} others</translation></message>
    <message><source>{n} người ({names})</source><translation>{n} people ({names})</translation></message>
</context>
<context>
    <name>FirstRun</name>
    <message><source>Tinh Giản – thiết lập</source><translation>Tinh Giản – set-up</translation></message>
    <message><source>‹ &amp;Quay lại</source><translation>‹ &amp;Back</translation></message>
    <message><source>Khôi phục từ &amp;bản sao lưu…</source><translation>&amp;Restore from a backup…</translation></message>
    <message><source>&amp;Tập làm với đơn vị mẫu…</source><translation>&amp;Practise with the sample unit…</translation></message>
    <message><source>Số liệu giả định, khóa tạm, để riêng; lúc nào cũng bỏ ra được</source><translation>Invented figures and a key for the time being, kept apart; leave it whenever you like</translation></message>
    <message><source>Bỏ q&amp;ua bước này</source><translation>&amp;Skip this step</translation></message>
    <message><source>Tiếp tục ›</source><translation>Continue ›</translation></message>
    <message><source>Khóa và mật khẩu</source><translation>Key and passphrase</translation></message>
    <message><source>Tin cậy: so dấu vân tay</source><translation>Trust: compare the fingerprint</translation></message>
    <message><source>Chính sách</source><translation>Policy</translation></message>
    <message><source>&amp;Vào làm việc</source><translation>&amp;Go to work</translation></message>
    <message><source>&amp;Tiếp tục ›</source><translation>&amp;Continue ›</translation></message>
    <message><source>Dữ liệu của đơn vị</source><translation>The unit's data</translation></message>
</context>
<context>
    <name>FormulaTab</name>
    <message><source>&amp;Thêm khoản…</source><translation>&amp;Add a component…</translation></message>
    <message><source>&amp;Bỏ khoản này</source><translation>&amp;Remove this component</translation></message>
    <message><source>Gói chưa có trường hợp nào cho nhóm và cách nghỉ này.</source><translation>The pack has no case for this group and route yet.</translation></message>
    <message><source>Chọn mẫu để bắt đầu…</source><translation>Choose a pattern to begin…</translation></message>
    <message><source>&amp;Nhóm</source><translation>&amp;Group</translation></message>
    <message><source>&amp;Cách nghỉ</source><translation>&amp;Route</translation></message>
    <message><source>Các công thức của trường hợp này</source><translation>Formulas of this case</translation></message>
    <message><source>&amp;Mẫu công thức</source><translation>&amp;Pattern of formula</translation></message>
    <message><source>C&amp;ông thức</source><translation>&amp;Formula</translation></message>
    <message><source>Ctrl+Cách: chọn tên theo tiếng Việt.</source><translation>Ctrl+Space: choose a name by its Vietnamese words.</translation></message>
</context>
<context>
    <name>FurtherFacts</name>
    <message><source>Tính theo tuổi nghỉ hưu thấp hơn</source><translation>Computed by a lower retirement age</translation></message>
    <message><source>Vì suy giảm khả năng lao động</source><translation>For reduced capacity to work</translation></message>
    <message><source>Tuổi nghỉ hưu thấp hơn</source><translation>Lower retirement age</translation></message>
    <message><source>Chỉ với người đề nghị tính theo tuổi nghỉ hưu thấp hơn.</source><translation>Only for those who claim a lower retirement age.</translation></message>
    <message><source>Khoản đã nhận trước</source><translation>Paid before</translation></message>
    <message><source>Chỉ với người đã nhận tiền; nhóm chuyển tiếp nên khai cả khi đã nhận một phần.</source><translation>Only for those who were paid; the transitional group should also declare parts.</translation></message>
</context>
<context>
    <name>HelpLine</name>
    <message><source>Đưa con trỏ vào một ô để xem cách ghi và căn cứ. F1: xem ngay dưới ô.</source><translation>Put the cursor into a field to see how it is filled in and why. F1: see it below the field.</translation></message>
</context>
<context>
    <name>HomePage</name>
    <message><source>Tập làm với đơn vị mẫu (&amp;thực hành)…</source><translation>Practise with the sample &amp;unit…</translation></message>
    <message><source>Số liệu giả định, khóa tạm, để riêng; lúc nào cũng bỏ ra được</source><translation>Invented figures and a key for the time being, kept apart; leave it whenever you like</translation></message>
    <message><source>{0} người: {1} đủ số liệu, {2} còn thiếu · {3} văn bản · tổng {4}</source><translation>{0} people: {1} complete, {2} incomplete · {3} documents · total {4}</translation></message>
    <message><source> (chưa gồm {0} người chưa xác định được)</source><translation> (without {0} people who could not be determined)</translation></message>
    <message><source>&amp;Lập đợt mới…</source><translation>&amp;Open a new round…</translation></message>
</context>
<context>
    <name>HomeWords</name>
    <message><source>quá hạn {0} ngày</source><translation>{0} days late</translation></message>
    <message><source>hôm nay là ngày cuối</source><translation>today is the last day</translation></message>
    <message><source>còn {0} ngày</source><translation>{0} days left</translation></message>
    <message><source>Chứng thư ký hết hạn {0}: {1}</source><translation>The signing certificate ends on {0}: {1}</translation></message>
    <message><source>Gói tin cậy hết hạn {0}: {1}. Nhận gói mới của Sở Tài chính.</source><translation>The trust pack ends on {0}: {1}. Take in the new one of the Finance Department.</translation></message>
    <message><source>Chưa có phiếu tiếp nhận của {0}, gửi ngày {1}: hỏi lại nơi nhận</source><translation>No receipt yet for {0}, sent on {1}: ask where it was sent</translation></message>
    <message><source>{0}: {1}, {2}</source><translation>{0}: {1}, {2}</translation></message>
    <message><source>{0}: hạn gửi {1}, {2}</source><translation>{0}: due on {1}, {2}</translation></message>
    <message><source>Đã ghi {0}</source><translation>Wrote {0}</translation></message>
    <message><source>Đã nhận {0}</source><translation>Took in {0}</translation></message>
    <message><source>Đã in danh sách {0}</source><translation>Printed the list {0}</translation></message>
    <message><source>Đã nhập {0}</source><translation>Imported {0}</translation></message>
</context>
<context>
    <name>ImpactView</name>
    <message><source>Người</source><translation>Person</translation></message>
    <message><source>Thay đổi</source><translation>Change</translation></message>
    <message><source>Đang là</source><translation>Is now</translation></message>
    <message><source>Sẽ là</source><translation>Will be</translation></message>
    <message><source>Chênh lệch</source><translation>Difference</translation></message>
    <message><source>Thuộc</source><translation>Belongs to</translation></message>
    <message><source>Những người thay đổi</source><translation>People who change</translation></message>
    <message><source>Chưa so sánh</source><translation>Not compared yet</translation></message>
    <message><source>Bấm So sánh để biết ai thay đổi và thay đổi bao nhiêu theo bản đang soạn.</source><translation>Press Compare to see who changes, and by how much, under this draft.</translation></message>
    <message><source>Không ai thay đổi</source><translation>Nobody changes</translation></message>
    <message><source>Phiên bản này không đổi kết quả của ai trong những người được so sánh.</source><translation>This version changes the result of nobody among those compared.</translation></message>
    <message><source>chưa có</source><translation>none yet</translation></message>
    <message><source>So sánh phiên bản {0} → {1}</source><translation>Comparison of versions {0} → {1}</translation></message>
    <message><source>{0} người đủ điều kiện nhưng còn mức chưa có số liệu.</source><translation>{0} people are eligible, but figures are not known.</translation></message>
    <message><source>Ở đây không có ai đang được tính theo chính sách này.</source><translation>Nobody here is computed under this policy.</translation></message>
    <message><source>Trong {0} người, {1} người thay đổi</source><translation>Of {0} people, {1} change</translation></message>
    <message><source>Tổng theo chính sách này: {0} → {1} ({2}).</source><translation>Total under this policy: {0} → {1} ({2}).</translation></message>
    <message><source>chưa có số tiền</source><translation>no amount</translation></message>
    <message><source>chưa tính được</source><translation>not computed</translation></message>
    <message><source>không được hưởng</source><translation>not eligible</translation></message>
</context>
<context>
    <name>Inbox</name>
    <message><source>Đơn vị</source><translation>Unit</translation></message>
    <message><source>Đợt</source><translation>Round</translation></message>
    <message><source>Loại gói</source><translation>Kind of package</translation></message>
    <message><source>Số người</source><translation>People</translation></message>
    <message><source>Số đề nghị</source><translation>Amount asked for</translation></message>
    <message><source>Chờ thẩm định</source><translation>To be appraised</translation></message>
    <message><source>Đã nhận</source><translation>Received</translation></message>
    <message><source>Gửi qua</source><translation>Sent through</translation></message>
    <message><source>Phiếu</source><translation>Receipt</translation></message>
    <message><source>Số phiếu tiếp nhận đã lập</source><translation>Number of the receipt</translation></message>
    <message><source>Tệp</source><translation>File</translation></message>
    <message><source> (THỰC HÀNH)</source><translation> (THỰC HÀNH)</translation></message>
    <message><source>NHÁP · </source><translation>NHÁP · </translation></message>
    <message><source>gộp {0} gói</source><translation>{0} packages inside</translation></message>
    <message><source>{0} gói {1}</source><translation>{0} of package {1}</translation></message>
    <message><source>NHÁP</source><translation>NHÁP</translation></message>
    <message><source>đã có gói sau</source><translation>a later package came</translation></message>
    <message><source>xong</source><translation>done</translation></message>
    <message><source>chưa lập</source><translation>not made</translation></message>
    <message><source>hôm nay</source><translation>today</translation></message>
    <message><source>{0} ngày</source><translation>{0} days</translation></message>
</context>
<context>
    <name>InboxPage</name>
    <message><source>&amp;Nhận gói…</source><translation>&amp;Take a package in…</translation></message>
    <message><source>&amp;Thẩm định</source><translation>&amp;Appraise</translation></message>
    <message><source>&amp;Gửi kết quả…</source><translation>&amp;Send the result…</translation></message>
    <message><source>&amp;Phiếu tiếp nhận…</source><translation>&amp;Receipt…</translation></message>
    <message><source>Xem tha&amp;y đổi</source><translation>&amp;See the changes</translation></message>
    <message><source>&amp;Xóa bản nháp…</source><translation>&amp;Delete the draft…</translation></message>
    <message><source>&amp;Mở gói để xem…</source><translation>&amp;Open a package to read…</translation></message>
    <message><source>{0} gói · {1} người · {2} người chờ thẩm định</source><translation>{0} packages · {1} people · {2} people wait for appraisal</translation></message>
    <message><source>Nhận gói {0}</source><translation>Take in package {0}</translation></message>
    <message><source>Chưa nhận gói nào</source><translation>No packages taken in</translation></message>
    <message><source>Đây là danh sách các gói đề nghị do đơn vị gửi đến. Nhận gói từ USB, hoặc kéo tệp vào đây.</source><translation>Here are the packages that units send. Receive one from a USB stick, or drag the file here.</translation></message>
    <message><source>Nhận gói…</source><translation>Take a package in…</translation></message>
    <message><source>Nhận gói đề nghị</source><translation>Take in a submitted package</translation></message>
    <message><source>Gói Tinh Giản ({0})</source><translation>Tinh Giản packages ({0})</translation></message>
    <message><source>Xóa bản nháp</source><translation>Delete the draft</translation></message>
    <message><source>Xóa gói nháp {0}? Đơn vị có thể gửi lại.</source><translation>Delete draft package {0}? The unit can send it again.</translation></message>
    <message><source>&amp;Lập phiếu tiếp nhận</source><translation>&amp;Make a receipt</translation></message>
    <message><source>Ký và ghi gói kết quả</source><translation>Sign and write the result package</translation></message>
    <message><source>Đã ghi gói kết quả {0}. Chuyển tệp này cho đơn vị.</source><translation>Result package {0} was written. Give this file to the unit.</translation></message>
</context>
<context>
    <name>KeptSecret</name>
    <message><source>Nhớ trên máy này</source><translation>Remember on this PC</translation></message>
    <message><source>Giữ mật khẩu trong kho mật khẩu của hệ điều hành; ai vào được tài khoản này thì ký được.</source><translation>Keeps the passphrase in the system's store of secrets; whoever gets into this account can sign.</translation></message>
    <message><source>Chưa nhớ được mật khẩu</source><translation>The passphrase could not be remembered</translation></message>
</context>
<context>
    <name>KeyChart</name>
    <message><source>Phím tắt</source><translation>Keys</translation></message>
    <message><source>Đóng</source><translation>Close</translation></message>
</context>
<context>
    <name>KeyPlace</name>
    <message><source>Cù&amp;ng nơi với khóa đang dùng</source><translation>&amp;Where the present key is</translation></message>
    <message><source>Trong t&amp;ệp trên máy này, mở bằng mật khẩu</source><translation>&amp;In a file on this PC, opened with a passphrase</translation></message>
    <message><source>Trên &amp;thẻ ký số (USB token), mở bằng mã PIN</source><translation>&amp;On a token (USB), opened with a PIN</translation></message>
    <message><source>Chọn tệp…</source><translation>Choose a file…</translation></message>
    <message><source>Tì&amp;m thẻ</source><translation>&amp;Look for tokens</translation></message>
    <message><source>Đang tìm thẻ…</source><translation>Looking for tokens…</translation></message>
    <message><source>Tìm thẻ ký số</source><translation>Look for tokens</translation></message>
    <message><source>Chưa chọn</source><translation>Not chosen</translation></message>
    <message><source>T&amp;rình điều khiển của thẻ</source><translation>&amp;Driver of the token</translation></message>
    <message><source>Thẻ &amp;và khóa</source><translation>&amp;Token and key</translation></message>
    <message><source>Trình điều khiển của thẻ</source><translation>Driver of the token</translation></message>
    <message><source>Thẻ và khóa</source><translation>Token and key</translation></message>
    <message><source>Trình điều khiển (*.dll *.so *.dylib)</source><translation>Drivers (*.dll *.so *.dylib)</translation></message>
    <message><source>Tệp trình điều khiển do nơi cấp thẻ đưa</source><translation>The driver file that came with the token</translation></message>
    <message><source>Cắm thẻ, rồi chọn trình điều khiển do nơi cấp thẻ đưa.</source><translation>Plug in the token, then choose the driver that came with it.</translation></message>
    <message><source>Chưa thấy thẻ nào. Cắm thẻ, chờ đèn sáng rồi bấm Tìm thẻ.</source><translation>No token is there. Plug it in, wait until its light is on, then press Look for tokens.</translation></message>
    <message><source>Mã PIN được hỏi khi tạo khóa và mỗi lần ký; chương trình không lưu mã PIN.</source><translation>The PIN is asked for when the key is made and at each signature; the program does not keep it.</translation></message>
    <message><source>{0}: tạo khóa mới trên thẻ</source><translation>{0}: make a new key on the token</translation></message>
    <message><source>{0}: khóa có sẵn {1}, dùng chứng thư do {2} cấp</source><translation>{0}: key {1} that is there, with the certificate issued by {2}</translation></message>
    <message><source>{0}: khóa có sẵn {1}</source><translation>{0}: key {1} that is there</translation></message>
</context>
<context>
    <name>KeysStep</name>
    <message><source>Khóa và mật khẩu</source><translation>Key and passphrase</translation></message>
    <message><source>Bỏ qua bước này thì nhập và kiểm tra hồ sơ được, nhưng chưa ký, chưa gửi và chưa mở được gói mã hóa nào. Tạo khóa sau ở trang Đơn vị &amp; chứng thư.</source><translation>Without this step records can be entered and checked, but no package can be signed, sent or, if encrypted, opened. Make the key later on the page Units &amp; certificates.</translation></message>
    <message><source>Khóa dùng để ký gói thay cho chữ ký của cơ quan, và để mở gói gửi đến cơ quan.</source><translation>The key signs packages in place of the office's signature, and opens packages sent to the office.</translation></message>
</context>
<context>
    <name>LabelledField</name>
    <message><source>bắt buộc</source><translation>required</translation></message>
    <message><source>nên có</source><translation>recommended</translation></message>
    <message><source>Căn cứ: {0}.</source><translation>Basis: {0}.</translation></message>
    <message><source>(nên có)</source><translation>(recommended)</translation></message>
</context>
<context>
    <name>LackingList</name>
    <message><source>Còn thiếu</source><translation>Missing</translation></message>
    <message><source>Ai</source><translation>Who</translation></message>
    <message><source>Việc cần làm</source><translation>Work to do</translation></message>
    <message><source>Chọn một dòng rồi Enter để tới chỗ sửa.</source><translation>Choose a line and press Enter to get to where it is mended.</translation></message>
    <message><source>Còn thiếu {0} mục: chưa đóng gói được.</source><translation>{0} things are missing: it cannot be packed.</translation></message>
    <message><source>Còn thiếu {0} mục, của {1} người: chưa đóng gói được.</source><translation>{0} things are missing, of {1} people: it cannot be packed.</translation></message>
</context>
<context>
    <name>LanguagePanel</name>
    <message><source>Ngôn ngữ của chương trình</source><translation>Language of the program</translation></message>
    <message><source>Dùng từ lần mở chương trình sau. Văn bản pháp luật, biểu in, phần giải thích cách tính và mọi thứ trong gói gửi đi luôn bằng tiếng Việt.</source><translation>Used from the next start on. Texts of the law, printed forms, the explanation of amounts and all that is in packages are always in Vietnamese.</translation></message>
</context>
<context>
    <name>LeaveFacts</name>
    <message><source>Nghỉ</source><translation>Leaving</translation></message>
    <message><source>Cần trước khi gửi; quyết định cách tính.</source><translation>Needed before sending; decides how it is computed.</translation></message>
</context>
<context>
    <name>LinkPane</name>
    <message><source>Tìm tên hoặc CCCD</source><translation>Name or ID card number</translation></message>
    <message><source>Tìm người</source><translation>Search people</translation></message>
    <message><source>Chọn ai chư&amp;a có</source><translation>Select &amp;who has none</translation></message>
    <message><source>Chọn tất cả người chưa có loại giấy tờ này</source><translation>Select everybody without this kind of paper</translation></message>
    <message><source>Gắ&amp;n</source><translation>&amp;Link</translation></message>
    <message><source>Gỡ &amp;khỏi</source><translation>&amp;Unlink from</translation></message>
    <message><source>gắn văn bản {number} cho {count} người</source><translation>link document {number} to {count} people</translation></message>
    <message><source>gỡ văn bản {number} khỏi {count} người</source><translation>unlink document {number} from {count} people</translation></message>
    <message><source>Đã gắn</source><translation>Linked</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Ngày sinh</source><translation>Date of birth</translation></message>
    <message><source>Văn bản khác</source><translation>Other document</translation></message>
    <message><source>Người trong đợt</source><translation>People of the round</translation></message>
    <message><source>Không có ai</source><translation>Nobody</translation></message>
    <message><source>Không ai trong đợt khớp với chữ đang tìm.</source><translation>Nobody in the round matches what is searched for.</translation></message>
    <message><source>Gắ&amp;n cho {count} người</source><translation>&amp;Link to {count} people</translation></message>
    <message><source>Gỡ &amp;khỏi {count} người</source><translation>&amp;Unlink from {count} people</translation></message>
    <message><source>{mine} người đã gắn</source><translation>{mine} people linked</translation></message>
    <message><source>✓ căn cứ</source><translation>✓ basis</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
</context>
<context>
    <name>ListCard</name>
    <message><source>Danh sách sắp ký</source><translation>The list to be signed</translation></message>
    <message><source>Chưa có đợt nào. Lập đợt ở trang Việc cần làm.</source><translation>There is no round yet. Open one on the page Work to do.</translation></message>
    <message><source>Hiện không có ai để gửi</source><translation>There is nobody to send now</translation></message>
    <message><source>{count} người · {total}</source><translation>{count} people · {total}</translation></message>
    <message><source>Tính theo chính sách {0}.</source><translation>Computed by policy {0}.</translation></message>
    <message><source>{0} người còn khoản chưa có số liệu ({1}); tổng chưa gồm các khoản đó.</source><translation>{0} people have components without figures ({1}); the total leaves them out.</translation></message>
    <message><source>Mã băm trên bản in: {0} – đọc: {1}</source><translation>Digest on the print: {0} – read: {1}</translation></message>
    <message><source>chưa ghi, xem Đơn vị &amp; chứng thư</source><translation>not written, see Units &amp; certificates</translation></message>
    <message><source>Người chịu trách nhiệm ký: {0} · người lập: {1} · {2}</source><translation>Responsible signer: {0} · prepared by: {1} · {2}</translation></message>
</context>
<context>
    <name>ListCells</name>
    <message><source>Ô</source><translation>Cell</translation></message>
    <message><source>Trang</source><translation>Sheet</translation></message>
    <message><source>Người</source><translation>Person</translation></message>
    <message><source>Cột</source><translation>Column</translation></message>
    <message><source>Đang ghi</source><translation>As written</translation></message>
    <message><source>Vì sao, cần ghi thế nào</source><translation>Why, and what to write</translation></message>
    <message><source>Các ô chưa đọc được</source><translation>Cells that could not be read</translation></message>
    <message><source>Đọc thành</source><translation>Read as</translation></message>
    <message><source>Vì sao</source><translation>Why</translation></message>
    <message><source>Các ô đã tự chỉnh</source><translation>Cells that were corrected</translation></message>
    <message><source>(trống)</source><translation>(empty)</translation></message>
</context>
<context>
    <name>ListChanges</name>
    <message><source>Thêm mới</source><translation>New</translation></message>
    <message><source>Thay đổi</source><translation>Change</translation></message>
    <message><source>Giữ nguyên</source><translation>Unchanged</translation></message>
    <message><source>Đã gửi, không thay đổi được</source><translation>Sent, cannot be changed</translation></message>
    <message><source>Không còn trong tệp</source><translation>No longer in the file</translation></message>
    <message><source>tệp đã sửa</source><translation>changed in the file</translation></message>
    <message><source>đã sửa trong chương trình sau lần nhập trước</source><translation>changed in the program since the last import</translation></message>
    <message><source>cả tệp và chương trình đều đã sửa</source><translation>changed in the file and in the program</translation></message>
    <message><source>lần nhập trước không có mục này</source><translation>the last import did not have this field</translation></message>
    <message><source>đánh dấu là nhập vào đợt</source><translation>tick it to take it into the round</translation></message>
    <message><source>đánh dấu là lấy theo tệp</source><translation>tick it to take what the file says</translation></message>
    <message><source>muốn sửa thì lập bản sửa của gói đã gửi</source><translation>to change it, correct the package that was sent</translation></message>
    <message><source>không mất ai; đánh dấu thì bỏ vào thùng rác</source><translation>nobody is lost; ticked, they go into the bin</translation></message>
    <message><source>(chưa có tên)</source><translation>(no name)</translation></message>
    <message><source>(chưa có tên, dòng {row})</source><translation>(no name, row {row})</translation></message>
    <message><source>cùng tên và ngày sinh nhưng khác số CCCD: có thể là người khác</source><translation>same name and birth date, other citizen ID: perhaps another person</translation></message>
    <message><source>không còn trong tệp</source><translation>no longer in the file</translation></message>
</context>
<context>
    <name>ListColumns</name>
    <message><source>Danh sách đối tượng</source><translation>List of people</translation></message>
    <message><source>Không lấy trang này</source><translation>Do not use this sheet</translation></message>
    <message><source>đoán theo tiêu đề</source><translation>guessed from the headings</translation></message>
    <message><source>ghép như lần trước</source><translation>matched as last time</translation></message>
    <message><source>đã chọn</source><translation>chosen</translation></message>
    <message><source>theo cột đang chọn</source><translation>by the chosen column</translation></message>
    <message><source>trang bị ẩn trong Excel</source><translation>hidden in Excel</translation></message>
    <message><source>không thấy tiêu đề quen</source><translation>no known headings</translation></message>
    <message><source>đã lấy trang khác cùng loại</source><translation>another sheet of this kind is used</translation></message>
    <message><source>Số thứ tự</source><translation>Ordinal number</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Tên (khi tách khỏi họ)</source><translation>Given name (where it stands apart)</translation></message>
    <message><source>Số CCCD</source><translation>Citizen ID number</translation></message>
    <message><source>Ngày sinh (cột nam)</source><translation>Birth date (men's column)</translation></message>
    <message><source>Ngày sinh (cột nữ)</source><translation>Birth date (women's column)</translation></message>
    <message><source>Ngày sinh</source><translation>Date of birth</translation></message>
    <message><source>Dấu × cột nam</source><translation>× in the men's column</translation></message>
    <message><source>Dấu × cột nữ</source><translation>× in the women's column</translation></message>
    <message><source>Giới tính</source><translation>Sex</translation></message>
    <message><source>Chức vụ, chức danh</source><translation>Post, title</translation></message>
    <message><source>Trường hợp nghỉ</source><translation>Leaving case</translation></message>
    <message><source>Số văn bản phê duyệt</source><translation>Number of the approving document</translation></message>
    <message><source>Ngày văn bản phê duyệt</source><translation>Date of the approving document</translation></message>
    <message><source>Cơ quan ban hành văn bản</source><translation>Authority that issued the document</translation></message>
    <message><source>Văn bản phê duyệt (số, ngày, cơ quan trong một ô)</source><translation>Approving document (number, date, issuer in one cell)</translation></message>
    <message><source>Thời điểm nghỉ</source><translation>Leaving date</translation></message>
    <message><source>Thời gian đóng BHXH</source><translation>Insured time</translation></message>
    <message><source>Số tháng lẻ đóng BHXH</source><translation>Odd months of insured time</translation></message>
    <message><source>Số tháng nghỉ trước tuổi</source><translation>Months left early</translation></message>
    <message><source>Số tháng lẻ nghỉ trước tuổi</source><translation>Odd months before retirement age</translation></message>
    <message><source>Hệ số lương</source><translation>Salary coefficient</translation></message>
    <message><source>Phụ cấp chức vụ</source><translation>Position allowance</translation></message>
    <message><source>Mã số BHXH</source><translation>Insurance number</translation></message>
    <message><source>Số tài khoản</source><translation>Bank account</translation></message>
    <message><source>Ngân hàng</source><translation>Bank</translation></message>
    <message><source>Ghi chú</source><translation>Note</translation></message>
    <message><source>Từ tháng</source><translation>From month</translation></message>
    <message><source>Đến tháng</source><translation>To month</translation></message>
    <message><source>Thâm niên vượt khung (%)</source><translation>Beyond frame (%)</translation></message>
    <message><source>Thâm niên nghề (%)</source><translation>Seniority (%)</translation></message>
    <message><source>Chênh lệch bảo lưu</source><translation>Reserved difference</translation></message>
    <message><source>Nơi đóng BHXH kèm dòng lương</source><translation>Insured at, in rows of pay</translation></message>
    <message><source>Đơn vị đóng BHXH</source><translation>Insured by</translation></message>
    <message><source>Đóng BHXH bắt buộc</source><translation>Compulsory insurance</translation></message>
    <message><source>Đã hưởng một lần</source><translation>Benefit already taken</translation></message>
    <message><source>Nặng nhọc, độc hại</source><translation>Hazardous</translation></message>
    <message><source>Vùng đặc biệt khó khăn</source><translation>Special area</translation></message>
</context>
<context>
    <name>ListPrinting</name>
    <message><source>In danh sách</source><translation>Print the list</translation></message>
    <message><source>In bảng kê hồ sơ</source><translation>Print the register</translation></message>
    <message><source>Ghi bản in vào</source><translation>Write the print to</translation></message>
    <message><source>&amp;Mở để in</source><translation>&amp;Open to print</translation></message>
    <message><source>Máy này chưa có chương trình mở tệp PDF. Chép tệp sang máy khác rồi in.</source><translation>This machine has no program that opens PDF files. Copy the file to another machine and print it there.</translation></message>
</context>
<context>
    <name>ListResult</name>
    <message><source>Đã nhập {people} người: {complete} đủ số liệu, {drafts} còn thiếu.</source><translation>{people} people imported: {complete} complete, {drafts} with something missing.</translation></message>
    <message><source>Đã cập nhật {n} người.</source><translation>{n} people were updated.</translation></message>
    <message><source>Đã bỏ {n} người vào thùng rác.</source><translation>{n} people were put into the bin.</translation></message>
</context>
<context>
    <name>ListWizard</name>
    <message><source>Đọc tệp {name}</source><translation>Read the file {name}</translation></message>
    <message><source>khoi-dan-{time}.xlsx</source><translation>khoi-dan-{time}.xlsx</translation></message>
    <message><source>Đọc danh sách</source><translation>Read the list</translation></message>
    <message><source>So với những người đã có trong đợt</source><translation>Compare with the people of the round</translation></message>
    <message><source>Đợt đang mở đã đổi: danh sách vừa được so lại với {round}. Xem lại rồi mới nhập.</source><translation>Another round is open now: the list was compared anew, with {round}. Look at it again before importing.</translation></message>
    <message><source>kiểm tra</source><translation>checking</translation></message>
    <message><source>ghi vào đợt</source><translation>storing</translation></message>
    <message><source>Nhập danh sách</source><translation>Import the list</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
    <message><source>Hoàn tác lần nhập</source><translation>Undo the import</translation></message>
    <message><source>Đã hoàn tác lần nhập danh sách; những người đã nhập nằm trong thùng rác.</source><translation>The import was undone; the imported people are in the bin.</translation></message>
    <message><source>{file} không phải bảng tính. Chọn tệp XLSX, XLS hoặc ODS.</source><translation>{file} is no workbook. Choose an XLSX, XLS or ODS file.</translation></message>
    <message><source>Bảng tính ({patterns})</source><translation>Workbooks ({patterns})</translation></message>
    <message><source>Chọn danh sách Excel</source><translation>Choose an Excel list</translation></message>
    <message><source>&amp;Tiếp: kiểm tra ›</source><translation>&amp;Next: check ›</translation></message>
    <message><source>&amp;Về danh sách</source><translation>&amp;To the list</translation></message>
</context>
<context>
    <name>ListedChoice</name>
    <message><source>Chưa chọn</source><translation>Not chosen</translation></message>
</context>
<context>
    <name>MailPage</name>
    <message><source>&amp;Mở gói…</source><translation>&amp;Open a package…</translation></message>
    <message><source>{0} gói đã mở và kiểm tra</source><translation>{0} packages opened and checked</translation></message>
    <message><source>Loại gói</source><translation>Kind of package</translation></message>
    <message><source>Nơi ký</source><translation>Signed by</translation></message>
    <message><source>Số</source><translation>Number</translation></message>
    <message><source>Lập ngày</source><translation>Made on</translation></message>
    <message><source>Gửi cho</source><translation>Sent to</translation></message>
    <message><source>Tệp</source><translation>File</translation></message>
    <message><source>mọi đơn vị</source><translation>every unit</translation></message>
    <message><source>Chưa mở gói nào</source><translation>No package is open</translation></message>
    <message><source>Mở gói gửi đến Sở Nội vụ để kiểm tra chữ ký, nơi gửi và nội dung còn nguyên hay không. Việc thẩm định đối tượng, gửi ý kiến và tổng hợp vướng mắc sẽ có ở bản sau của chương trình.</source><translation>Open a package sent to the Home Affairs Department to check its signature, where it comes from and that it is unchanged. Appraising who is eligible, sending opinions and gathering difficulties come with a later version.</translation></message>
    <message><source>Mở gói…</source><translation>Open a package…</translation></message>
    <message><source>Mở gói</source><translation>Open a package</translation></message>
    <message><source>Gói Tinh Giản ({0})</source><translation>Tinh Giản packages ({0})</translation></message>
    <message><source>Kiểm tra gói {0}</source><translation>Check package {0}</translation></message>
    <message><source>{0}: chữ ký đúng, nội dung còn nguyên. Gói này chưa được lưu.</source><translation>{0}: the signature is right, the contents are unchanged. The package was not stored.</translation></message>
    <message><source>Ký bởi {0} ({1}). {2} tệp kèm theo. Mã băm {3}.</source><translation>Signed by {0} ({1}). {2} enclosures. Digest {3}.</translation></message>
</context>
<context>
    <name>MendingPanel</name>
    <message><source>Yêu cầu khi trả lại</source><translation>Requests on return</translation></message>
    <message><source>Đi cùng gói gửi lại, người thẩm định đọc ngay tại hồ sơ</source><translation>Goes with the package sent again</translation></message>
    <message><source>Tới ô cần &amp;sửa</source><translation>Go to the &amp;field to mend</translation></message>
    <message><source>&amp;Ghi trả lời</source><translation>&amp;Record the answer</translation></message>
    <message><source>Gửi &amp;lại ›</source><translation>&amp;Send again ›</translation></message>
    <message><source>T&amp;rả lời</source><translation>&amp;Answer</translation></message>
    <message><source>Trả lời</source><translation>Answer</translation></message>
    <message><source>{0} yêu cầu {1} mục, còn {2} mục chưa làm.</source><translation>{0} asks for {1} items, {2} are not done yet.</translation></message>
    <message><source>Mọi mục đã sửa hoặc trả lời. Gửi lại ở trang Gửi.</source><translation>Everything is mended or answered. Send it again on the Send page.</translation></message>
    <message><source>Đã gửi lại, chờ kết quả.</source><translation>Sent again, waiting for the result.</translation></message>
    <message><source>Nơi trả hồ sơ</source><translation>The office that returned them</translation></message>
    <message><source>Việc</source><translation>Task</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Mục</source><translation>Field</translation></message>
    <message><source>Yêu cầu</source><translation>Asked for</translation></message>
    <message><source>Cả hồ sơ</source><translation>The whole record</translation></message>
</context>
<context>
    <name>Messages</name>
    <message><source>Thôi</source><translation>Cancel</translation></message>
    <message><source>Đã hiểu</source><translation>OK</translation></message>
</context>
<context>
    <name>MissingList</name>
    <message><source>Còn thiếu {0} mục cần trước khi gửi:</source><translation>{0} fields needed before sending are missing:</translation></message>
    <message><source>Nên bổ sung:</source><translation>Recommended:</translation></message>
    <message><source>Đủ các mục cần trước khi gửi.</source><translation>All that is needed before sending is there.</translation></message>
</context>
<context>
    <name>MoneyEdit</name>
    <message><source>“{0}” không phải là một số tiền. Viết số đồng, dấu chấm giữa các nhóm ba chữ số.</source><translation>“{0}” is no amount. Write đồng, with dots between groups of three digits.</translation></message>
</context>
<context>
    <name>MonthEdit</name>
    <message><source>“{0}” không phải là một tháng. Viết tháng/năm.</source><translation>“{0}” is no month. Write month/year.</translation></message>
</context>
<context>
    <name>MonthStrip</name>
    <message><source>Các tháng nghỉ có thể thử</source><translation>Leaving months that can be tried</translation></message>
    <message><source>Phím mũi tên trái, phải đổi tháng; Page Up, Page Down đổi năm.</source><translation>Left and right arrow change the month; Page Up and Page Down the year.</translation></message>
    <message><source>Tháng {month}: {words}</source><translation>Month {month}: {words}</translation></message>
</context>
<context>
    <name>NamesTab</name>
    <message><source>Tên gọi, căn cứ, thời hạn</source><translation>Names, bases, deadlines</translation></message>
    <message><source>&amp;Ghi</source><translation>&amp;Record</translation></message>
    <message><source>&amp;Tên gọi</source><translation>&amp;Name</translation></message>
    <message><source>&amp;Hạn</source><translation>&amp;Deadline</translation></message>
    <message><source>Phần</source><translation>Part</translation></message>
    <message><source>Tên gọi</source><translation>Name</translation></message>
    <message><source>Hạn</source><translation>Deadline</translation></message>
    <message><source>Căn cứ</source><translation>Basis</translation></message>
    <message><source>Chưa ghi tên gọi.</source><translation>There is no name.</translation></message>
    <message><source>Tên gọi và căn cứ</source><translation>Names and bases</translation></message>
    <message><source>Phần còn lại của mỗi mục sửa ở thẻ Văn bản YAML.</source><translation>The rest of each part is edited in the tab YAML text.</translation></message>
</context>
<context>
    <name>Need</name>
    <message><source>vì thuộc nhóm tự nguyện nghỉ</source><translation>for the group is voluntary leave</translation></message>
    <message><source>vì thuộc nhóm chuyển tiếp</source><translation>for the group is transitional</translation></message>
    <message><source>vì thuộc nhóm tinh giản</source><translation>for the group is downsizing</translation></message>
    <message><source>vì có hai ngày sinh</source><translation>for there are two dates of birth</translation></message>
    <message><source>vì tính theo hồ sơ gốc</source><translation>for the original file counts</translation></message>
    <message><source>vì suy giảm khả năng lao động</source><translation>for reduced capacity to work</translation></message>
    <message><source>cần khi chi trả</source><translation>needed for payment</translation></message>
</context>
<context>
    <name>NewParts</name>
    <message><source>Thêm</source><translation>Add</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
    <message><source>Thêm văn bản</source><translation>Add a document</translation></message>
    <message><source>Số, ký hiệu</source><translation>Number</translation></message>
    <message><source>Cơ quan ban hành</source><translation>Issuing authority</translation></message>
    <message><source>Ngày ban hành</source><translation>Date of issue</translation></message>
    <message><source>Thêm mức mới</source><translation>Add a new figure</translation></message>
    <message><source>Tên mức</source><translation>Name of the figure</translation></message>
    <message><source>Đơn vị</source><translation>Unit</translation></message>
    <message><source>Thêm khoản hỗ trợ</source><translation>Add a component of support</translation></message>
    <message><source>Tên khoản hỗ trợ, như in ra biểu</source><translation>Name of the component, as forms print it</translation></message>
</context>
<context>
    <name>NewPassphrase</name>
    <message><source>Gợi ý</source><translation>Suggest one</translation></message>
    <message><source>Hiện chữ</source><translation>Show letters</translation></message>
    <message><source>Hai lần nhập khác nhau.</source><translation>The two differ.</translation></message>
</context>
<context>
    <name>Obstacles</name>
    <message><source>Chưa ký được: cần khóa và gói tin cậy, xem Đơn vị &amp; chứng thư.</source><translation>Cannot sign: a key and a trust pack are needed, see Units &amp; certificates.</translation></message>
    <message><source>{n} người còn thiếu số liệu.</source><translation>{n} people have something missing.</translation></message>
    <message><source>Những người này còn {n} lỗi chưa sửa.</source><translation>These people have {n} errors.</translation></message>
    <message><source>Những người này còn {n} cảnh báo chưa giải trình.</source><translation>These people have {n} warnings without justification.</translation></message>
    <message><source>Mọi người trong đợt đã được gửi. Xem trang Kết quả.</source><translation>Everybody of the round was sent. See the Results page.</translation></message>
    <message><source>Chưa có ai đủ số liệu để gửi.</source><translation>Nobody is complete enough to be sent.</translation></message>
    <message><source>Kiểm tra như Sở Tài chính lúc {0} thấy {1} lỗi: xem trang Kiểm tra trước khi ký.</source><translation>Checking as the Finance Department at {0} found {1} errors: see the page Checks before signing.</translation></message>
</context>
<context>
    <name>OfficeStep</name>
    <message><source>Cơ quan và chế độ làm việc</source><translation>Office and way of working</translation></message>
    <message><source>Thông tin này in trên biểu mẫu và ghi trong mọi gói; mã đơn vị do Sở Tài chính cấp.</source><translation>This is printed on forms and written into every package; the Finance Department gives out unit codes.</translation></message>
    <message><source>Hồ sơ đã lập; mã và tên đơn vị không đổi được nữa.</source><translation>The profile is made; code and name of the unit cannot be changed any more.</translation></message>
    <message><source>Cơ quan, đơn vị</source><translation>Office, unit</translation></message>
    <message><source>Chữ không dấu, số, gạch nối; ví dụ UBQ-01.</source><translation>Letters without accents, digits, hyphens; for example UBQ-01.</translation></message>
    <message><source>&amp;Chế độ</source><translation>&amp;Way of working</translation></message>
    <message><source>&amp;Mã đơn vị</source><translation>&amp;Unit code</translation></message>
    <message><source>&amp;Tên đơn vị</source><translation>&amp;Unit name</translation></message>
    <message><source>Cơ quan cấp t&amp;rên</source><translation>&amp;Office above</translation></message>
    <message><source>Đị&amp;a danh</source><translation>&amp;Place</translation></message>
    <message><source>Người làm việc</source><translation>Who works here</translation></message>
    <message><source>Người &amp;lập</source><translation>&amp;Prepared by</translation></message>
    <message><source>T&amp;hủ trưởng</source><translation>&amp;Head</translation></message>
</context>
<context>
    <name>OldFontBar</name>
    <message><source>&amp;Chuyển các cột này sang Unicode khi đọc; tệp gốc giữ nguyên</source><translation>&amp;Convert these columns to Unicode; the file stays as it is</translation></message>
    <message><source>{columns} cột ({cells} ô) gõ bằng phông cũ {fonts}. Chưa chuyển thì các ô ấy chưa đọc được.</source><translation>{columns} columns ({cells} cells) are typed in old fonts {fonts}. Unless converted they cannot be read.</translation></message>
</context>
<context>
    <name>Outcomes</name>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Lần</source><translation>Revision</translation></message>
    <message><source>Kết quả</source><translation>Result</translation></message>
    <message><source>Đề nghị</source><translation>Claim</translation></message>
    <message><source>Thẩm định</source><translation>Appraisal</translation></message>
    <message><source>Chênh lệch</source><translation>Difference</translation></message>
    <message><source>Lý do</source><translation>Reason</translation></message>
    <message><source>Gói</source><translation>Package</translation></message>
    <message><source>Đã có kết quả: {0}. Thẩm định {1}</source><translation>Results: {0}. Appraised {1}</translation></message>
    <message><source>; {0} người chưa có kết quả.</source><translation>; {0} people without a result.</translation></message>
    <message><source>, tăng {0} so với đề nghị</source><translation>, {0} more than proposed</translation></message>
    <message><source>, giảm {0} so với đề nghị</source><translation>, {0} less than proposed</translation></message>
</context>
<context>
    <name>PackageDialog</name>
    <message><source>Xem gói {0}</source><translation>Reading package {0}</translation></message>
    <message><source>Người trong gói</source><translation>People of the package</translation></message>
    <message><source>Gói này không ghi tên ai</source><translation>This package names nobody</translation></message>
    <message><source>Văn bản trong gói</source><translation>Documents in the package</translation></message>
    <message><source>Gói này không có văn bản nào</source><translation>This package holds no documents</translation></message>
    <message><source>&amp;Chữ ký, nơi nhận</source><translation>&amp;Signature and recipient</translation></message>
    <message><source>&amp;Người ({0})</source><translation>&amp;People ({0})</translation></message>
    <message><source>&amp;Văn bản ({0})</source><translation>&amp;Documents ({0})</translation></message>
    <message><source>&amp;Tệp ({0})</source><translation>&amp;Files ({0})</translation></message>
    <message><source>Nội dung gói</source><translation>Contents of the package</translation></message>
    <message><source>Nguyên vẹn, chứng thư nay hết hiệu lực</source><translation>Intact; the certificate no longer holds</translation></message>
    <message><source>Nguyên vẹn, chữ ký đúng</source><translation>Intact and rightly signed</translation></message>
    <message><source>Đóng</source><translation>Close</translation></message>
    <message><source>{0} người</source><translation>{0} people</translation></message>
    <message><source>chỉ để xem, không nhận gì vào máy</source><translation>to read only, nothing is taken in</translation></message>
</context>
<context>
    <name>PackageFiles</name>
    <message><source>Các tệp trong gói</source><translation>Files in the package</translation></message>
    <message><source>Gói này không kèm tệp nào</source><translation>This package holds no files</translation></message>
    <message><source>Mở tệp trong gói</source><translation>Opening a file of the package</translation></message>
    <message><source>&amp;Lưu tệp…</source><translation>&amp;Save file…</translation></message>
    <message><source>Đây là gói của đơn vị trực thuộc: người và tệp của gói ấy đã có trong các danh sách ở đây.</source><translation>This is the package of a subordinate unit: its people and files stand in the lists here.</translation></message>
    <message><source>Lưu tệp trong gói</source><translation>Saving a file of the package</translation></message>
    <message><source>Đã lưu {0}.</source><translation>{0} was saved.</translation></message>
</context>
<context>
    <name>PackageOrigin</name>
    <message><source>Dấu vân tay của khóa ký</source><translation>Fingerprint of the signing key</translation></message>
    <message><source>Gói</source><translation>Package</translation></message>
    <message><source>Danh sách</source><translation>List</translation></message>
    <message><source>Người ký</source><translation>Signed by</translation></message>
    <message><source>Vì sao tin</source><translation>Why it is believed</translation></message>
    <message><source>Mã băm gói</source><translation>Package digest</translation></message>
    <message><source>Nơi nhận</source><translation>Recipient</translation></message>
    <message><source>Gói của {0}</source><translation>Package of {0}</translation></message>
    <message><source>Bên trong</source><translation>Inside</translation></message>
    <message><source>Dấu vân tay khóa ký</source><translation>Fingerprint of the signing key</translation></message>
    <message><source>{kind} số {number}, kỳ {period}.</source><translation>{kind} no. {number}, period {period}.</translation></message>
    <message><source> Mục đích: {0}.</source><translation> Purpose: {0}.</translation></message>
    <message><source> Gồm {0} phần, mở cùng nhau.</source><translation> In {0} parts, opened together.</translation></message>
    <message><source>{round}. Người chịu trách nhiệm: {responsible}. Người lập: {prepared_by}.</source><translation>{round}. Responsible: {responsible}. Prepared by: {prepared_by}.</translation></message>
    <message><source>{name} ({code}), ký lúc {at} theo đồng hồ của bên ký.</source><translation>{name} ({code}), signed at {at} by the signer's clock.</translation></message>
    <message><source>Chữ ký khớp với chứng thư của {name}</source><translation>The signature fits the certificate of {name}</translation></message>
    <message><source>Chứng thư ấy do {name} cấp</source><translation>That certificate was issued by {name}</translation></message>
    <message><source>Gốc tin cậy {name} ghi tên chứng thư ấy</source><translation>The trust root {name} lists that certificate</translation></message>
    <message><source>Gốc tin cậy ấy đã được xác nhận trên máy này.</source><translation>That trust root was confirmed on this computer.</translation></message>
    <message><source>Chứng thư nay đã hết hạn hoặc bị thu hồi; lúc ký theo lời bên ký thì còn hiệu lực.</source><translation>The certificate has since ended or been revoked; when it signed, by the signer's word, it held.</translation></message>
    <message><source>{said}: số {serial}, hiệu lực từ {starts} đến {ends}.</source><translation>{said}: no. {serial}, valid from {starts} to {ends}.</translation></message>
    <message><source>Mọi nơi.</source><translation>Everybody.</translation></message>
    <message><source>{name} ({code}). </source><translation>{name} ({code}). </translation></message>
    <message><source>Tệp mã hóa: người ngoài có tệp cũng không đọc được.</source><translation>The file is encrypted: outsiders who have it cannot read it.</translation></message>
    <message><source>Tệp không mã hóa: ai có tệp cũng đọc được.</source><translation>The file is not encrypted: whoever has it can read it.</translation></message>
</context>
<context>
    <name>PackageReopening</name>
    <message><source>Mở gói để xem</source><translation>Open a package to read</translation></message>
    <message><source>Mở gói để xem: {0}</source><translation>Open a package to read: {0}</translation></message>
    <message><source>Gói ({0})</source><translation>Packages ({0})</translation></message>
    <message><source>Mở gói {0}</source><translation>Opening package {0}</translation></message>
</context>
<context>
    <name>PageAct</name>
    <message><source>xoay</source><translation>rotate</translation></message>
    <message><source>chuyển chỗ</source><translation>move</translation></message>
    <message><source>bỏ trang</source><translation>remove pages</translation></message>
    <message><source>tách tệp</source><translation>split the file</translation></message>
    <message><source>nối tệp</source><translation>join files</translation></message>
    <message><source>nắn thẳng</source><translation>straighten</translation></message>
    <message><source>thêm tệp</source><translation>add a file</translation></message>
</context>
<context>
    <name>PageNames</name>
    <message><source>Việc cần làm</source><translation>Work to do</translation></message>
    <message><source>Đối tượng</source><translation>People</translation></message>
    <message><source>Văn bản</source><translation>Document</translation></message>
    <message><source>Kiểm tra</source><translation>Checks</translation></message>
    <message><source>Đơn vị trực thuộc</source><translation>Subordinate units</translation></message>
    <message><source>Gửi</source><translation>Send</translation></message>
    <message><source>Kết quả</source><translation>Result</translation></message>
    <message><source>Hộp thư</source><translation>Inbox</translation></message>
    <message><source>Thẩm định</source><translation>Appraisal</translation></message>
    <message><source>Chính sách</source><translation>Policy</translation></message>
    <message><source>Soạn chính sách</source><translation>Policy drafting</translation></message>
    <message><source>Đơn vị &amp; chứng thư</source><translation>Units &amp; certificates</translation></message>
    <message><source>Danh mục kiểm tra</source><translation>Catalogue of checks</translation></message>
    <message><source>Lấy lại</source><translation>Bring back</translation></message>
    <message><source>Cài đặt</source><translation>Settings</translation></message>
</context>
<context>
    <name>PagePreview</name>
    <message><source>Trang văn bản</source><translation>Page of the document</translation></message>
    <message><source>Chưa chọn văn bản nào để xem.</source><translation>No document is chosen.</translation></message>
    <message><source>Trang trước (Page Up)</source><translation>Previous page (Page Up)</translation></message>
    <message><source>Trang sau (Page Down)</source><translation>Next page (Page Down)</translation></message>
    <message><source>Thu nhỏ (Ctrl+−)</source><translation>Smaller (Ctrl+−)</translation></message>
    <message><source>Phóng to (Ctrl++)</source><translation>Larger (Ctrl++)</translation></message>
    <message><source>Vừa ngang</source><translation>Fit width</translation></message>
    <message><source>Vừa chiều ngang (Ctrl+0)</source><translation>Fit the width (Ctrl+0)</translation></message>
    <message><source>Xoay</source><translation>Rotate</translation></message>
    <message><source>Xoay một góc vuông khi xem</source><translation>Turn by a right angle while looking</translation></message>
    <message><source>Cả trang</source><translation>Whole page</translation></message>
    <message><source>Vừa cả trang (Ctrl+9)</source><translation>Fit the whole page (Ctrl+9)</translation></message>
    <message><source>Không hiển thị được trang này. Mở tệp gốc để xem.</source><translation>This page cannot be shown. Open the file itself.</translation></message>
    <message><source>Trang {0}/{1}</source><translation>Page {0}/{1}</translation></message>
</context>
<context>
    <name>PageStrip</name>
    <message><source>Các trang</source><translation>Pages</translation></message>
    <message><source>Tệp {number}</source><translation>File {number}</translation></message>
    <message><source>Trang {number}</source><translation>Page {number}</translation></message>
    <message><source>xoay {degrees}°</source><translation>rotated {degrees}°</translation></message>
    <message><source>nắn {degrees}°</source><translation>straightened {degrees}°</translation></message>
</context>
<context>
    <name>PaperActs</name>
    <message><source>gắn {count} tệp vào {number}</source><translation>attach {count} files to {number}</translation></message>
    <message><source>gắn {name} vào {number}</source><translation>attach {name} to {number}</translation></message>
</context>
<context>
    <name>PaperBox</name>
    <message><source>Thêm…</source><translation>Add…</translation></message>
    <message><source>Thêm giấy tờ vào sổ văn bản rồi chọn ở đây</source><translation>Add the paper to the register, then choose it here</translation></message>
    <message><source>chưa có ngày</source><translation>no date</translation></message>
</context>
<context>
    <name>PapersView</name>
    <message><source>Bản quét</source><translation>Scans</translation></message>
    <message><source>Mở bản quét</source><translation>Open the scan</translation></message>
    <message><source>Ghim của người này</source><translation>Pins of this person</translation></message>
    <message><source>{what} · trang {page}</source><translation>{what} · page {page}</translation></message>
    <message><source>Người này không có bản quét văn bản nào kèm theo.</source><translation>No document of this person has a scan.</translation></message>
    <message><source>Cần xem: {what}</source><translation>Look for: {what}</translation></message>
</context>
<context>
    <name>PathChoice</name>
    <message><source>Chọn tệp…</source><translation>Choose a file…</translation></message>
    <message><source>Chọn thư mục…</source><translation>Choose a folder…</translation></message>
</context>
<context>
    <name>Payment</name>
    <message><source>Khoản đã nhận trước</source><translation>Paid before</translation></message>
    <message><source>Chính sách</source><translation>Policy</translation></message>
    <message><source>Văn bản hoặc chính sách đã chi trả</source><translation>Document or policy under which it was paid</translation></message>
    <message><source>Số tiền</source><translation>Amount</translation></message>
    <message><source>Số tiền đã nhận, đồng</source><translation>Amount received, đồng</translation></message>
    <message><source>Ngày nhận</source><translation>Received on</translation></message>
    <message><source>Ngày nhận tiền, nếu biết</source><translation>Day of payment, if known</translation></message>
    <message><source>Nguồn chi</source><translation>Source</translation></message>
    <message><source>Cơ quan hoặc nguồn kinh phí đã chi</source><translation>Office or budget that paid</translation></message>
    <message><source>Cùng nội dung</source><translation>Same purpose</translation></message>
    <message><source>Đã chi cho cùng nội dung đang đề nghị</source><translation>Paid for the purpose that is proposed now</translation></message>
    <message><source>Chưa có chính sách đã chi trả. Viết tên văn bản.</source><translation>The policy that paid is missing. Write the name of the document.</translation></message>
</context>
<context>
    <name>People</name>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Trạng thái</source><translation>State</translation></message>
    <message><source>Khai</source><translation>Declared</translation></message>
    <message><source>Tính lại</source><translation>Recomputed</translation></message>
    <message><source>So sánh</source><translation>Compare</translation></message>
    <message><source>Gói này</source><translation>This package</translation></message>
    <message><source>chưa có số liệu</source><translation>figures not known</translation></message>
    <message><source>khác</source><translation>differs</translation></message>
    <message><source>khớp</source><translation>agrees</translation></message>
</context>
<context>
    <name>PeopleBar</name>
    <message><source>Nhập &amp;Excel…</source><translation>&amp;Import Excel…</translation></message>
    <message><source>Thêm người</source><translation>Add a person</translation></message>
    <message><source>Thêm người (Ctrl+N)</source><translation>Add a person (Ctrl+N)</translation></message>
    <message><source>In Phiếu tính hỗ trợ (Biểu 03) của mọi người vào một tệp (Ctrl+Shift+P)</source><translation>Print the calculation slips (Biểu 03) of everybody into one file (Ctrl+Shift+P)</translation></message>
    <message><source>In phiếu cả đợt…</source><translation>Print all slips…</translation></message>
    <message><source>&amp;Bỏ</source><translation>&amp;Remove</translation></message>
    <message><source>Việc khác</source><translation>More</translation></message>
    <message><source>Danh sách đối tượng</source><translation>List of people</translation></message>
    <message><source>&amp;Bỏ {0} người</source><translation>&amp;Remove {0} people</translation></message>
</context>
<context>
    <name>PeopleEntry</name>
    <message><source>Lưu, sang người tiếp theo; sau người cuối: thêm người</source><translation>Save, go to the next person; after the last: add one</translation></message>
    <message><source>Chép ô này từ người ở trên; trong bảng: từ dòng trên</source><translation>Copy this field from the person above; in a table: from the row above</translation></message>
    <message><source>Giữ ô này cho người thêm sau, hoặc thôi giữ</source><translation>Keep this field for people added later, or stop keeping it</translation></message>
</context>
<context>
    <name>PeoplePage</name>
    <message><source>Lọc theo tên, CCCD, không cần dấu</source><translation>Filter by name, citizen ID</translation></message>
    <message><source>Lọc danh sách</source><translation>Filter the list</translation></message>
    <message><source>Thêm người</source><translation>Add a person</translation></message>
    <message><source>Trên danh sách: dán một khối chép từ Excel</source><translation>In the list: paste a block copied from Excel</translation></message>
    <message><source>Trên danh sách: chép các dòng đang chọn (thêm Shift: kèm tiêu đề)</source><translation>In the list: copy the selected rows (with Shift: headings too)</translation></message>
    <message><source>Trên danh sách: bỏ các người đang chọn vào thùng rác</source><translation>In the list: put the selected people into the bin</translation></message>
    <message><source>Trên danh sách: hàng lọc theo cột</source><translation>In the list: filter row</translation></message>
    <message><source>Giấy tờ, trang quét ở chỗ ghim của ô đang nhập; lần nữa: trở lại</source><translation>Papers, the scan at the pin of this field; again: back</translation></message>
    <message><source>Vì sao? Từng bước tính</source><translation>Why? Step by step</translation></message>
    <message><source>Tới mục cần sửa tiếp theo, hết thì sang người sau; Shift+F8: ngược lại</source><translation>To the next thing to mend, then the next person; Shift+F8: backwards</translation></message>
    <message><source>Nếu như: thử tháng nghỉ khác</source><translation>What if: try another leaving month</translation></message>
    <message><source>In phiếu tính của người này</source><translation>Print this person's slip</translation></message>
    <message><source>In phiếu tính của cả đợt</source><translation>Print the slips of the round</translation></message>
    <message><source>Sang ô kế tiếp; trên danh sách: mở hồ sơ</source><translation>To the next field; in the list: open the record</translation></message>
    <message><source>Phiếu tính: {name}</source><translation>Calculation slip: {name}</translation></message>
    <message><source>Phiếu tính của {round}</source><translation>Calculation slips of {round}</translation></message>
    <message><source>Chưa có ai trong đợt</source><translation>Nobody in the round yet</translation></message>
    <message><source>Danh sách Excel đang có dùng được ngay; từng ô chưa đọc được sẽ được báo rõ.</source><translation>The Excel list that is there can be used at once; every cell that cannot be read is told.</translation></message>
    <message><source>Nhập Excel…</source><translation>Import Excel…</translation></message>
    <message><source>‹ &amp;Danh sách</source><translation>‹ &amp;List</translation></message>
    <message><source>&amp;Chép vào hồ sơ này từ người khác…</source><translation>&amp;Copy into this record from another person…</translation></message>
    <message><source>Chép người từ &amp;đợt trước…</source><translation>Copy people from the round &amp;before…</translation></message>
    <message><source>Bỏ phần chưa &amp;lưu của hồ sơ này</source><translation>Discard what is not &amp;saved of this record</translation></message>
    <message><source>&amp;Thùng rác…</source><translation>B&amp;in…</translation></message>
</context>
<context>
    <name>PeopleTable</name>
    <message><source>Đề nghị {0}, được duyệt {1}</source><translation>Proposed {0}, granted {1}</translation></message>
    <message><source>chưa có</source><translation>none yet</translation></message>
    <message><source>TT</source><translation>No.</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Số tiền</source><translation>Amount</translation></message>
    <message><source>Trạng thái</source><translation>State</translation></message>
    <message><source>Danh sách đối tượng</source><translation>List of people</translation></message>
    <message><source>Số CCCD</source><translation>Citizen ID number</translation></message>
    <message><source>Ngày sinh</source><translation>Date of birth</translation></message>
    <message><source>Giới tính</source><translation>Sex</translation></message>
    <message><source>Chức vụ</source><translation>Post</translation></message>
    <message><source>Trường hợp nghỉ</source><translation>Leaving case</translation></message>
    <message><source>Thời điểm nghỉ</source><translation>Leaving date</translation></message>
    <message><source>Mã số BHXH</source><translation>Insurance number</translation></message>
    <message><source>Số tài khoản</source><translation>Bank account</translation></message>
    <message><source>Ngân hàng</source><translation>Bank</translation></message>
    <message><source>Ghi chú</source><translation>Note</translation></message>
</context>
<context>
    <name>PeriodModel</name>
    <message><source>có</source><translation>yes</translation></message>
    <message><source>không</source><translation>no</translation></message>
</context>
<context>
    <name>PeriodTable</name>
    <message><source>Thêm dòng</source><translation>Add a row</translation></message>
    <message><source>Xóa dòng</source><translation>Delete the row</translation></message>
    <message><source>Lấy lại dòng vừa xóa</source><translation>Bring the deleted row back</translation></message>
    <message><source>Thêm cột</source><translation>More columns</translation></message>
    <message><source>Hiện các cột ít dùng; cột đã có số liệu luôn hiện.</source><translation>Show columns that are rarely used; those with data are always shown.</translation></message>
    <message><source> Còn {0} ô khác cũng cần sửa.</source><translation> {0} more cells are to be mended.</translation></message>
    <message><source>{0} ô dán thừa ở bên phải chưa được nhận. Bấm “Thêm cột” rồi dán lại, hoặc dán từ cột đầu.</source><translation>{0} pasted cells at the right were not taken. Press “More columns” and paste again, or paste from the first column.</translation></message>
    <message><source>Dòng {0}, cột {1}: </source><translation>Row {0}, column {1}: </translation></message>
</context>
<context>
    <name>PersonCorrections</name>
    <message><source>Sửa bả&amp;n đã gửi…</source><translation>&amp;Correct what was sent…</translation></message>
    <message><source>Lập bản sau của hồ sơ đã gửi; bản đã gửi giữ nguyên</source><translation>Make the next version of the record; what was sent stays</translation></message>
    <message><source>&amp;Hủy việc rút</source><translation>&amp;Undo the withdrawal</translation></message>
    <message><source>&amp;Rút khỏi đề nghị…</source><translation>&amp;Withdraw from the proposal…</translation></message>
    <message><source>Vì sao sửa bản đã gửi?</source><translation>Why is what was sent corrected?</translation></message>
    <message><source>Sửa bản đã gửi</source><translation>Correct what was sent</translation></message>
    <message><source>Vì sao rút {0}?</source><translation>Why is {0} withdrawn?</translation></message>
    <message><source>Rút khỏi đề nghị</source><translation>Withdraw from the proposal</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
</context>
<context>
    <name>PersonDecision</name>
    <message><source>Trả lời ở trang &amp;Kết quả</source><translation>Answer on the &amp;Results page</translation></message>
    <message><source>Lý do: {0}</source><translation>Reason: {0}</translation></message>
    <message><source>{who} chấp thuận {granted}, ngày {day}.</source><translation>{who} approved {granted} on {day}.</translation></message>
    <message><source>{who} điều chỉnh còn {granted}, đề nghị {asked}, ngày {day}.</source><translation>{who} adjusted the amount to {granted}, proposed {asked}, on {day}.</translation></message>
    <message><source>{who} trả lại lần {revision} để sửa, ngày {day}.</source><translation>{who} returned revision {revision} to be mended, on {day}.</translation></message>
    <message><source>{who} từ chối, đề nghị {asked}, ngày {day}.</source><translation>{who} rejected, proposed {asked}, on {day}.</translation></message>
    <message><source>Nơi thẩm định</source><translation>The appraising office</translation></message>
    <message><source>Cả hồ sơ</source><translation>The whole record</translation></message>
    <message><source>… và {0} yêu cầu nữa, xem ở trang Kết quả</source><translation>… and {0} more requests, see the Results page</translation></message>
</context>
<context>
    <name>PersonFacts</name>
    <message><source>Nhân thân</source><translation>Identity</translation></message>
    <message><source>Cần trước khi gửi.</source><translation>Needed before sending.</translation></message>
    <message><source>Thông tin khác</source><translation>Other information</translation></message>
    <message><source>Tài khoản cần trước khi chi trả; còn lại không bắt buộc.</source><translation>The account is needed before payment; the rest is optional.</translation></message>
</context>
<context>
    <name>PersonForm</name>
    <message><source>{state}: hồ sơ chỉ để xem. Muốn đề nghị lại thì dùng nút ở phía trên.</source><translation>{state}: to look at only. To propose the person again, use the button above.</translation></message>
    <message><source>{state}: hồ sơ chỉ để xem. Muốn sửa thì bấm “Sửa bản đã gửi”.</source><translation>{state}: to look at only. To change it, press “Correct what was sent”.</translation></message>
    <message><source>{state}: hồ sơ chỉ để xem. Chỉ sửa được khi Sở Tài chính trả lại, từ trang Kết quả.</source><translation>{state}: to look at only. It can be changed when the Finance Department returns it, from the Results page.</translation></message>
    <message><source>* bắt buộc · (nên có) nên bổ sung · không dấu: không bắt buộc</source><translation>* required · (recommended) · no mark: optional</translation></message>
</context>
<context>
    <name>PersonPane</name>
    <message><source>Cần làm</source><translation>To do</translation></message>
    <message><source>Vì &amp;sao?</source><translation>&amp;Why?</translation></message>
    <message><source>Nếu như</source><translation>What if</translation></message>
    <message><source>Giấy tờ</source><translation>Papers</translation></message>
    <message><source>Giấy tờ của người này, trang quét và ghim (F6)</source><translation>This person's papers, scans and pins (F6)</translation></message>
    <message><source>Từng bước tính, căn cứ và mức chắc chắn (F7)</source><translation>The computation step by step, with bases and certainty (F7)</translation></message>
    <message><source>Thử tháng nghỉ, trường hợp, tiền lương khác; hồ sơ giữ nguyên (F9)</source><translation>Try another leaving month, case, salary; the record stays (F9)</translation></message>
    <message><source>Chưa chọn ai</source><translation>Nobody chosen</translation></message>
    <message><source>Chọn một người trong danh sách bên trái.</source><translation>Choose a person in the list at the left.</translation></message>
</context>
<context>
    <name>PersonPapers</name>
    <message><source>Giấy tờ của người này</source><translation>Papers of this person</translation></message>
    <message><source>Văn bản đã có trong đợt</source><translation>Documents of the round</translation></message>
    <message><source>Gắn</source><translation>Link</translation></message>
    <message><source>Gắn văn bản đã chọn bên trái cho người này</source><translation>Link the document chosen at the left to this person</translation></message>
    <message><source>Văn bản mới…</source><translation>New document…</translation></message>
    <message><source>Ghi một văn bản mới cho giấy tờ đang chọn của người này</source><translation>Record a new document for the chosen paper of this person</translation></message>
    <message><source>Gỡ</source><translation>Unlink</translation></message>
    <message><source>Gỡ văn bản đang chọn khỏi người này</source><translation>Unlink the chosen document from this person</translation></message>
    <message><source>Vă&amp;n bản</source><translation>Docume&amp;nt</translation></message>
    <message><source>Xem: {verify}</source><translation>Look for: {verify}</translation></message>
    <message><source>gắn văn bản {number} cho {name}</source><translation>link document {number} to {name}</translation></message>
    <message><source>gỡ văn bản {number} khỏi {name}</source><translation>unlink document {number} from {name}</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
</context>
<context>
    <name>PersonView</name>
    <message><source>In phiếu…</source><translation>Print the slip…</translation></message>
    <message><source>Phiếu tính (Biểu 03), số khai và số tính lại đặt cạnh nhau (Ctrl+P)</source><translation>Calculation slip (Biểu 03), declared and recomputed side by side (Ctrl+P)</translation></message>
    <message><source>Khai: {0}</source><translation>Declared: {0}</translation></message>
    <message><source>Tính lại: {0}</source><translation>Recomputed: {0}</translation></message>
    <message><source>THỰC HÀNH: số liệu giả định, không quyết định được.</source><translation>THỰC HÀNH: invented figures, nothing can be decided.</translation></message>
    <message><source>Khai</source><translation>Declared</translation></message>
    <message><source>Tính lại</source><translation>Recomputed</translation></message>
    <message><source>Chính sách</source><translation>Policy</translation></message>
</context>
<context>
    <name>PinBar</name>
    <message><source>Ghim cho người</source><translation>Pin for</translation></message>
    <message><source>Người được ghim (Ctrl+↑, Ctrl+↓)</source><translation>Person to pin for (Ctrl+↑, Ctrl+↓)</translation></message>
    <message><source>Nội dung được ghim</source><translation>What is pinned</translation></message>
    <message><source>&amp;Vẽ ghim</source><translation>&amp;Draw a pin</translation></message>
    <message><source>Bật rồi kéo một khung trên trang; Insert: đặt khung bằng phím, mũi tên để dời, Enter để ghi</source><translation>Turn it on, then drag a frame on the page; Insert: place a frame by keys, arrows move it, Enter records it</translation></message>
    <message><source>Rồi tới người &amp;sau</source><translation>Then the &amp;next person</translation></message>
    <message><source>Ghim hàng của từng người trong một danh sách dài: kéo, kéo, kéo…</source><translation>Pin everybody's row in a long list: drag, drag, drag…</translation></message>
    <message><source>Ngườ&amp;i</source><translation>Pers&amp;on</translation></message>
    <message><source>Ghi&amp;m</source><translation>P&amp;in</translation></message>
    <message><source>Đang &amp;vẽ</source><translation>&amp;Drawing</translation></message>
</context>
<context>
    <name>PinList</name>
    <message><source>Ghim của người này</source><translation>Pins of this person</translation></message>
    <message><source>&amp;Xóa ghim</source><translation>&amp;Delete the pin</translation></message>
    <message><source>Dời (F2)</source><translation>Move (F2)</translation></message>
    <message><source>Dời bằng mũi tên, Shift+mũi tên đổi cỡ, Enter để ghi, Esc để thôi</source><translation>Arrows move it, Shift+arrows resize it, Enter records it, Esc leaves it</translation></message>
    <message><source>Đọc đượ&amp;c</source><translation>It &amp;reads</translation></message>
    <message><source>tệp không còn: ghim lại</source><translation>the file is gone: pin again</translation></message>
    <message><source>trang {page}</source><translation>page {page}</translation></message>
</context>
<context>
    <name>PinPane</name>
    <message><source>Bản quét của văn bản</source><translation>Scan of the document</translation></message>
    <message><source>Mở trang văn bản</source><translation>Open a page of the document</translation></message>
    <message><source>Văn bản này chưa có bản quét.</source><translation>This document has no scan.</translation></message>
    <message><source>{done}/{all} người đã ghim</source><translation>{done}/{all} people pinned</translation></message>
    <message><source>Đã ghim {what} của {name}.</source><translation>Pinned {what} of {name}.</translation></message>
    <message><source>ghim {what} của {name}</source><translation>pin {what} of {name}</translation></message>
    <message><source>dời ghim {what}</source><translation>move the pin {what}</translation></message>
    <message><source>ghi nội dung đọc được: {what}</source><translation>record what is read: {what}</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
    <message><source>xóa ghim {what}</source><translation>delete the pin {what}</translation></message>
</context>
<context>
    <name>PinPrompt</name>
    <message><source>Mã PIN của thẻ ký số</source><translation>PIN of the token</translation></message>
    <message><source>&amp;Tiếp tục</source><translation>&amp;Continue</translation></message>
    <message><source>Thẻ “{0}” giữ gốc tin cậy. Mã &amp;PIN của thẻ:</source><translation>&amp;Token “{0}” holds the trust root. PIN of the token:</translation></message>
    <message><source>Thẻ “{0}” giữ khóa ký. Mã &amp;PIN của thẻ:</source><translation>&amp;Token “{0}” holds the signing key. PIN of the token:</translation></message>
    <message><source>Lần trước mã PIN nhập sai. Nhập sai nhiều lần, thẻ sẽ bị khóa.</source><translation>The last PIN was wrong. After several wrong ones the token locks itself.</translation></message>
    <message><source>Chỉ còn MỘT lần nhập. Sai lần này, thẻ sẽ bị khóa: nếu không chắc, bấm Thôi.</source><translation>Only ONE try is left. If it is wrong, the token locks itself: when in doubt, press Cancel.</translation></message>
</context>
<context>
    <name>Policy</name>
    <message><source>Mức</source><translation>Figure</translation></message>
    <message><source>Mức lương cơ sở</source><translation>Base salary</translation></message>
    <message><source>cách tính</source><translation>way of computing</translation></message>
    <message><source>Bảng</source><translation>Table</translation></message>
    <message><source>mỗi năm thêm {0} tháng</source><translation>{0} months more each year</translation></message>
    <message><source>không bắt buộc</source><translation>optional</translation></message>
    <message><source>bắt buộc</source><translation>required</translation></message>
    <message><source>Giấy tờ</source><translation>Papers</translation></message>
    <message><source>hằng năm, {0}</source><translation>each year, {0}</translation></message>
    <message><source>Thời hạn</source><translation>Deadline</translation></message>
    <message><source> tuổi </source><translation> years </translation></message>
    <message><source> tháng</source><translation> months</translation></message>
    <message><source> tuổi</source><translation> years</translation></message>
    <message><source>nữ</source><translation>women</translation></message>
    <message><source> tháng: </source><translation> months: </translation></message>
</context>
<context>
    <name>PolicyChange</name>
    <message><source>Phiên bản khác của chính sách</source><translation>Another version of the policy</translation></message>
    <message><source>&amp;Lý do</source><translation>&amp;Reason</translation></message>
    <message><source>Á&amp;p dụng phiên bản này</source><translation>&amp;Use this version</translation></message>
    <message><source>Thôi, giữ phiên bản đang dùng</source><translation>No, keep the present version</translation></message>
    <message><source>Nhận gói {0}</source><translation>Take in package {0}</translation></message>
    <message><source>So sánh phiên bản {0}</source><translation>Compare version {0}</translation></message>
    <message><source>Gói này đang được dùng ở đây: phiên bản {0}. Không có gì thay đổi.</source><translation>This pack is the one in use here: version {0}. Nothing changes.</translation></message>
    <message><source>Hồ sơ đã gửi giữ nguyên phiên bản đã gửi cùng.</source><translation>Sent records keep the version that they were sent with.</translation></message>
    <message><source>Phiên bản {0} đã có ở đây. {1}</source><translation>Version {0} is here already. {1}</translation></message>
    <message><source>Phiên bản {0} do {1} ký ngày {2}. Chữ ký, quyền công bố và {3} trường hợp mẫu đều đạt. {4}</source><translation>Version {0}, signed by {1} on {2}. Signature, right to publish and {3} golden cases are in order. {4}</translation></message>
    <message><source>Áp dụng phiên bản</source><translation>Use the version</translation></message>
    <message><source>Từ nay tính theo phiên bản {0}: {1} người thay đổi.</source><translation>From now on version {0} is used: {1} people change.</translation></message>
</context>
<context>
    <name>PolicyPage</name>
    <message><source>&amp;Nhận gói chính sách…</source><translation>&amp;Receive a policy pack…</translation></message>
    <message><source>&amp;Soạn phiên bản mới</source><translation>&amp;Draft a new version</translation></message>
    <message><source>&amp;Chép gói cho đơn vị…</source><translation>&amp;Copy the package for units…</translation></message>
    <message><source>Số liệu của chính sách</source><translation>Figures of the policy</translation></message>
    <message><source>{0} gói chính sách · {1} mức hỗ trợ chưa có số liệu</source><translation>{0} policy packs · {1} support levels without figures</translation></message>
    <message><source>Nội dung</source><translation>Contents</translation></message>
    <message><source>Giá trị</source><translation>Value</translation></message>
    <message><source>Từ ngày</source><translation>From</translation></message>
    <message><source>Căn cứ</source><translation>Basis</translation></message>
    <message><source>Mức chắc chắn</source><translation>Certainty</translation></message>
    <message><source>Loại</source><translation>Kind</translation></message>
    <message><source>Đã xác nhận</source><translation>Confirmed</translation></message>
    <message><source>Chưa xác nhận</source><translation>Not confirmed</translation></message>
    <message><source>Chép gói chính sách vào</source><translation>Copy the policy pack to</translation></message>
    <message><source>Đã chép {0}.</source><translation>{0} was copied.</translation></message>
    <message><source>Nhận gói chính sách</source><translation>Receive a policy pack</translation></message>
    <message><source>Gói Tinh Giản (*.asice)</source><translation>Tinh Giản package (*.asice)</translation></message>
    <message><source>chưa định</source><translation>not fixed</translation></message>
    <message><source>{0} · phiên bản {1} · hiệu lực từ {2} đến {3} · mã {4}</source><translation>{0} · version {1} · in force from {2} to {3} · code {4}</translation></message>
    <message><source>THỰC HÀNH: số liệu giả định, không dùng để đề nghị hay thẩm định.</source><translation>THỰC HÀNH: invented figures, not for proposals or appraisal.</translation></message>
    <message><source>{0} mức chưa có số liệu; đứng đầu bảng.</source><translation>{0} figures are not known; they stand at the top.</translation></message>
    <message><source>Gói chính sách</source><translation>Policy pack</translation></message>
</context>
<context>
    <name>PolicyStep</name>
    <message><source>Chính sách</source><translation>Policy</translation></message>
    <message><source>Chương trình tính theo các gói chính sách dưới đây. Gói do Sở Tài chính phát hành (csach-….asice) nạp ở đây nếu đã có, hoặc sau này ở trang Chính sách; trước đó cần gói tin cậy để kiểm tra chữ ký.</source><translation>The program computes by the policy packs below. A pack issued by the Finance Department (csach-….asice) is loaded here if it is there already, or later on the Policy page; the trust pack comes first, to check its signature.</translation></message>
    <message><source>&amp;Nạp gói chính sách…</source><translation>&amp;Load a policy pack…</translation></message>
    <message><source>Nạp gói chính sách</source><translation>Load a policy pack</translation></message>
    <message><source>Gói Tinh Giản (*.asice)</source><translation>Tinh Giản package (*.asice)</translation></message>
</context>
<context>
    <name>PolicyVersions</name>
    <message><source>Phiên bản của gói</source><translation>Versions of the pack</translation></message>
    <message><source>&amp;Xem phiên bản này…</source><translation>&amp;See this version…</translation></message>
    <message><source>Phiên bản</source><translation>Version</translation></message>
    <message><source>Phiên bản {0}</source><translation>Version {0}</translation></message>
    <message><source>, đang dùng</source><translation>, in use</translation></message>
    <message><source>Đi cùng chương trình</source><translation>Came with the program</translation></message>
    <message><source>Từ gói {0}, {1}, {2}</source><translation>From package {0}, {1}, {2}</translation></message>
</context>
<context>
    <name>PracticeCoach</name>
    <message><source>Bài tập: đợt đầu tiên</source><translation>Exercise: the first round</translation></message>
    <message><source>Tới trang làm bước này</source><translation>To the page of this step</translation></message>
    <message><source>Làm giúp bước này</source><translation>Do this step for me</translation></message>
    <message><source>Xong {0} trong {1} bước</source><translation>{0} of {1} steps done</translation></message>
    <message><source>{0}, đã xong</source><translation>{0}, done</translation></message>
    <message><source>{0}, đang làm</source><translation>{0}, under way</translation></message>
    <message><source>Đã xong</source><translation>Done</translation></message>
    <message><source>Làm giúp một bước của bài tập</source><translation>Do a step of the exercise</translation></message>
    <message><source>Bước đang làm</source><translation>Present step</translation></message>
</context>
<context>
    <name>PracticeStrip</name>
    <message><source>Đang thực hành</source><translation>Practising</translation></message>
    <message><source>Bài tập (F4)</source><translation>Exercise (F4)</translation></message>
    <message><source>Làm lại từ đầu…</source><translation>Begin anew…</translation></message>
    <message><source>Thoát thực hành</source><translation>Leave practice</translation></message>
    <message><source>Làm lại từ đầu</source><translation>Begin anew</translation></message>
    <message><source>Bỏ mọi thứ đã tập trong đợt này và bắt đầu lại? Dữ liệu thật không bị đụng tới.</source><translation>Drop everything practised in this round and begin anew? Real data is not touched.</translation></message>
    <message><source>Làm lại</source><translation>Redo</translation></message>
</context>
<context>
    <name>PracticeSwitch</name>
    <message><source>Chuẩn bị đơn vị thực hành</source><translation>Prepare the practice unit</translation></message>
    <message><source>Chưa mở được phần thực hành</source><translation>Practice could not be opened</translation></message>
</context>
<context>
    <name>PrintCard</name>
    <message><source>Bản in</source><translation>Print</translation></message>
    <message><source>Thay đổi từ lần in trước</source><translation>Changes since the last print</translation></message>
    <message><source>&amp;In danh sách (Biểu 01)…</source><translation>&amp;Print the list (Biểu 01)…</translation></message>
    <message><source>In &amp;bảng kê hồ sơ (Biểu 06)…</source><translation>&amp;Print the register (Biểu 06)…</translation></message>
    <message><source>&amp;In lại danh sách…</source><translation>&amp;Print the list again…</translation></message>
    <message><source>… và {0} thay đổi nữa.</source><translation>… and {0} more changes.</translation></message>
</context>
<context>
    <name>PrintView</name>
    <message><source>Xem trước bản in</source><translation>Print preview</translation></message>
    <message><source>‹ Quay lại</source><translation>‹ Back</translation></message>
    <message><source>Lưu thành tệp…</source><translation>Save as a file…</translation></message>
    <message><source>Mở để in</source><translation>Open to print</translation></message>
    <message><source>Đang lập bản in…</source><translation>Making the print…</translation></message>
    <message><source>Lưu bản in</source><translation>Save the print</translation></message>
    <message><source>Tệp PDF (*.pdf)</source><translation>PDF file (*.pdf)</translation></message>
    <message><source>Đã lưu {file}.</source><translation>{file} was saved.</translation></message>
    <message><source>Máy này chưa có chương trình mở tệp PDF. Lưu thành tệp rồi in ở máy khác.</source><translation>This PC has no program that opens PDF files. Save it as a file and print it elsewhere.</translation></message>
    <message><source>Mở bằng chương trình xem PDF của máy, in từ đó</source><translation>Open it in the PC's PDF viewer, print it there</translation></message>
</context>
<context>
    <name>PrintWords</name>
    <message><source>Danh sách chưa in. In để người ký đối chiếu trước khi ký.</source><translation>The list was not printed. Print it, so that the signer can compare before signing.</translation></message>
    <message><source>Bản in lúc {0} khớp với danh sách sắp ký.</source><translation>The print of {0} agrees with the list to be signed.</translation></message>
    <message><source>Bản in lúc {0} khác danh sách sắp ký. In lại trước khi trình ký.</source><translation>The print of {0} differs from the list to be signed. Print it again before it is signed.</translation></message>
    <message><source>Bản in lúc {0} khác danh sách sắp ký: {1}. In lại trước khi trình ký.</source><translation>The print of {0} differs from the list to be signed: {1}. Print it again before it is signed.</translation></message>
    <message><source>{0} người đổi số liệu</source><translation>{0} people with other data</translation></message>
    <message><source>{0} người mới</source><translation>{0} new people</translation></message>
    <message><source>{0} người không còn</source><translation>{0} people gone</translation></message>
    <message><source>chính sách khác</source><translation>another policy</translation></message>
    <message><source>thứ tự hoặc cách ghi khác</source><translation>another order or wording</translation></message>
    <message><source>Chính sách: {0} → {1}</source><translation>Policy: {0} → {1}</translation></message>
    <message><source>(chưa có tên)</source><translation>(no name)</translation></message>
    <message><source>{0}: chưa có trong bản in</source><translation>{0}: not in the print</translation></message>
    <message><source>{0}: có trong bản in, không còn trong danh sách sắp ký</source><translation>{0}: in the print, no longer in the list to be signed</translation></message>
    <message><source>{0}: Kinh phí hỗ trợ {1}</source><translation>{0}: support {1}</translation></message>
    <message><source>chưa xác định</source><translation>not determined</translation></message>
</context>
<context>
    <name>Program</name>
    <message><source>Chưa mở được hồ sơ</source><translation>The profile could not be opened</translation></message>
</context>
<context>
    <name>PublishTab</name>
    <message><source>&amp;So sánh</source><translation>&amp;Compare</translation></message>
    <message><source>Ghi gói vào thư mục hoặc USB</source><translation>Write the package to a folder or USB stick</translation></message>
    <message><source>&amp;Ký và công bố</source><translation>&amp;Sign and publish</translation></message>
    <message><source>Còn {0} mức chưa có số liệu: {1}. Ai cần đến những mức này sẽ chưa có số tiền.</source><translation>{0} figures are not known: {1}. Whoever needs them will have no amount.</translation></message>
    <message><source>Mọi trường hợp mẫu đều đạt, mọi mức có căn cứ: công bố được.</source><translation>Every golden case passes, every figure has a basis: it can be published.</translation></message>
    <message><source>So sánh</source><translation>Compare</translation></message>
    <message><source>Ký và công bố</source><translation>Sign and publish</translation></message>
    <message><source>Hồ sơ đang mở</source><translation>Open records</translation></message>
    <message><source>Người trong trường hợp mẫu</source><translation>People of the golden cases</translation></message>
    <message><source>So sánh trên ai</source><translation>Compare for whom</translation></message>
    <message><source>&amp;Phiên bản</source><translation>&amp;Version</translation></message>
    <message><source>&amp;Hiệu lực từ</source><translation>&amp;In force from</translation></message>
    <message><source>đế&amp;n</source><translation>&amp;to</translation></message>
    <message><source>&amp;Tình trạng</source><translation>&amp;State</translation></message>
    <message><source>Thư mục ghi gói</source><translation>Folder for the package</translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation>&amp;Passphrase of the key</translation></message>
    <message><source>So sánh trên</source><translation>Compare for</translation></message>
</context>
<context>
    <name>QObject</name>
    <message><source>Sao chép</source><translation>Copy</translation></message>
    <message><source>Sao chép kèm tiêu đề</source><translation>Copy with headings</translation></message>
    <message><source>Dán khối từ Excel</source><translation>Paste a block from Excel</translation></message>
    <message><source>Chọn tất cả</source><translation>Select all</translation></message>
    <message><source>Hàng lọc</source><translation>Filter row</translation></message>
    <message><source>Ẩn, hiện cột</source><translation>Hide, show columns</translation></message>
    <message><source>Dời cột sang trái</source><translation>Move the column left</translation></message>
    <message><source>Dời cột sang phải</source><translation>Move the column right</translation></message>
    <message><source>THỰC HÀNH – {0}</source><translation>THỰC HÀNH – {0}</translation></message>
    <message><source>{unit} – Tinh Giản</source><translation>{unit} – Tinh Giản</translation></message>
</context>
<context>
    <name>RailItem</name>
    <message><source>có việc đang chờ</source><translation>something waits</translation></message>
</context>
<context>
    <name>RatioEdit</name>
    <message><source>“{0}” không phải là một số. Viết số với dấu phẩy thập phân.</source><translation>“{0}” is no number. Write it with a decimal comma.</translation></message>
</context>
<context>
    <name>ReadingEdit</name>
    <message><source>Đọc được tại chỗ ghim</source><translation>What is read at the pin</translation></message>
    <message><source>tùy chọn</source><translation>optional</translation></message>
</context>
<context>
    <name>ReceiptMaking</name>
    <message><source>Lập phiếu tiếp nhận</source><translation>Make receipts</translation></message>
    <message><source>{0}: chưa lập được. {1}</source><translation>{0}: not made. {1}</translation></message>
    <message><source>Còn {0} phiếu chưa lập.</source><translation>{0} receipts were not tried.</translation></message>
    <message><source>Đã lập {0} phiếu tiếp nhận: số {1}. Chuyển các tệp cho đơn vị.</source><translation>{0} receipts were made: numbers {1}. Give the files to the units.</translation></message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message><source>Lập phiếu tiếp nhận</source><translation>Make receipts</translation></message>
    <message><source>C&amp;họn thư mục…</source><translation>&amp;Choose a folder…</translation></message>
    <message><source>&amp;Ký và ghi phiếu</source><translation>&amp;Sign and write the receipt</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
    <message><source>Lập cho cả {0} gói chưa có phiế&amp;u</source><translation>&amp;Make them for all {0} packages without a receipt</translation></message>
    <message><source>Gói này đã có phiếu số {0}; lập lại thì giữ số và thời điểm nhận.</source><translation>This package has receipt number {0}; made again it keeps number and time of arrival.</translation></message>
    <message><source>Thư mục ghi phiếu</source><translation>Folder for the receipt</translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation>&amp;Passphrase of the key</translation></message>
    <message><source>Chọn thư mục ghi phiếu tiếp nhận</source><translation>Choose a folder for the receipts</translation></message>
</context>
<context>
    <name>ReceivedSearch</name>
    <message><source>Không thấy ai có “{0}” trong họ tên, số CCCD hay số quyết định của các gói đã nhận.</source><translation>Nobody has “{0}” in name, citizen ID or number of decision in the packages taken in.</translation></message>
</context>
<context>
    <name>RecentPanel</name>
    <message><source>Gần đây</source><translation>Recent</translation></message>
</context>
<context>
    <name>RecordSaving</name>
    <message><source>{0} người</source><translation>{0} people</translation></message>
    <message><source>Đã bỏ {name} vào thùng rác.</source><translation>{name} was put into the bin.</translation></message>
    <message><source>Đổ&amp;i sang Unicode</source><translation>Con&amp;vert to Unicode</translation></message>
    <message><source>&amp;Lưu ô đang nhập</source><translation>&amp;Save what is typed</translation></message>
    <message><source>Đã ghi tháng nghỉ đang thử vào hồ sơ của {name}.</source><translation>The leaving month that was tried is now in the record of {name}.</translation></message>
</context>
<context>
    <name>RecordTableView</name>
    <message><source>Đã chọn {n}</source><translation>{n} selected</translation></message>
</context>
<context>
    <name>Recovery</name>
    <message><source>Văn bản mới</source><translation>New document</translation></message>
    <message><source>Giải trình</source><translation>Justification</translation></message>
    <message><source>Trả lời Sở Tài chính</source><translation>Answer to the Finance Department</translation></message>
    <message><source>Văn bản {0}</source><translation>Document {0}</translation></message>
    <message><source>, dòng {0}</source><translation>, row {0}</translation></message>
</context>
<context>
    <name>RecoveryPage</name>
    <message><source>&amp;Lấy lại vào danh sách</source><translation>&amp;Bring back into the list</translation></message>
    <message><source>Nhập tiếp; trong thùng rác: lấy lại người đang chọn</source><translation>Go on typing; in the bin: bring the chosen person back</translation></message>
    <message><source>{first}, và {more} chỗ khác</source><translation>{first}, and {more} more</translation></message>
    <message><source>&amp;Xem</source><translation>&amp;See</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Số CCCD</source><translation>Citizen ID number</translation></message>
    <message><source>Xóa lúc</source><translation>Deleted at</translation></message>
    <message><source>Người xóa</source><translation>Deleted by</translation></message>
    <message><source>Thùng rác</source><translation>Bin</translation></message>
    <message><source>Thùng rác trống</source><translation>The bin is empty</translation></message>
    <message><source>Ai bị bỏ khỏi danh sách thì nằm ở đây và lấy lại được bất cứ lúc nào.</source><translation>Whoever is removed from the list lies here and can be brought back at any time.</translation></message>
    <message><source>Lấy lại</source><translation>Bring back</translation></message>
    <message><source>Thùng rác của đợt đang mở. Không ai bị xóa hẳn ở đây.</source><translation>The bin of the open round. Nobody is deleted for good here.</translation></message>
    <message><source>Đang nhập dở khi chương trình dừng</source><translation>Half typed when the program stopped</translation></message>
    <message><source>Đã lấy {name} khỏi thùng rác.</source><translation>{name} was taken out of the bin.</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
    <message><source>Đã bỏ phần nhập dở của {name}.</source><translation>What was half typed of {name} was dropped.</translation></message>
</context>
<context>
    <name>RecoveryRow</name>
    <message><source>Nhập tiếp</source><translation>Go on typing</translation></message>
    <message><source>Nhập tiếp: {who}</source><translation>Go on typing: {who}</translation></message>
    <message><source>Bỏ phần nhập dở</source><translation>Drop what was half typed</translation></message>
    <message><source>Bỏ phần nhập dở: {who}</source><translation>Drop what was half typed: {who}</translation></message>
    <message><source>Hồ sơ này đã gửi hoặc đã vào thùng rác nên không nhập tiếp được; chữ ở trên vẫn chép được.</source><translation>This record was sent or binned, so typing cannot go on; the words above can be copied.</translation></message>
    <message><source>Hồ sơ đã được lưu sau lúc đó: ô nào có giá trị mới hơn thì giữ giá trị mới.</source><translation>The record was saved since: fields with a newer value keep it.</translation></message>
</context>
<context>
    <name>RecoveryRows</name>
    <message><source>Không có phần nhập dở nào cần lấy lại.</source><translation>Nothing half typed has to be brought back.</translation></message>
</context>
<context>
    <name>RedactionView</name>
    <message><source>Tệp đưa vào bản che</source><translation>Files of the redacted copy</translation></message>
    <message><source>Mở trang văn bản</source><translation>Open a page of the document</translation></message>
    <message><source>Số CCCD, số tài khoản của mọi người trong đợt được tìm trong chữ của tệp PDF và ở các chỗ đã ghim. Ảnh quét không có chữ: kéo thêm khung lên chỗ cần giấu (Insert: đặt khung bằng phím; Delete: bỏ khung đang chọn). Bản gốc giữ nguyên.</source><translation>Citizen IDs and accounts of everybody in the round are looked for in the text of PDF files and at pins. Scanned pictures have no text: drag a frame over what is to be hidden (Insert: place it by keys; Delete: remove the chosen one). The originals stay.</translation></message>
    <message><source>‹ Q&amp;uay lại (Esc)</source><translation>‹ &amp;Back (Esc)</translation></message>
    <message><source>&amp;Tìm lại</source><translation>&amp;Search again</translation></message>
    <message><source>&amp;Ghi bản che…</source><translation>&amp;Write the redacted copy…</translation></message>
    <message><source>{name} · {pages} trang</source><translation>{name} · {pages} pages</translation></message>
    <message><source>Bản che: giấu số CCCD, số tài khoản</source><translation>Redacted copy: hides citizen IDs and accounts</translation></message>
    <message><source>Tìm số cần che</source><translation>Look for what to hide</translation></message>
    <message><source>Đợt này chưa có bản quét nào.</source><translation>This round has no scans.</translation></message>
    <message><source>từ chỗ ghim</source><translation>from pins</translation></message>
    <message><source>từ chữ trong tệp</source><translation>from text in the file</translation></message>
    <message><source>tự kéo</source><translation>drawn by hand</translation></message>
    <message><source>Đang tìm số CCCD, số tài khoản trong các tệp. Tìm xong mới ghi được bản che.</source><translation>Searching the files for citizen IDs and accounts. The redacted copy can be written when that is done.</translation></message>
    <message><source>Chưa ghi được bản che: việc tìm số CCCD, số tài khoản đã dừng giữa chừng nên còn chỗ chưa che. Bấm Tìm lại.</source><translation>The redacted copy cannot be written yet: the search for citizen IDs and accounts stopped on the way, so that not everything is hidden. Press Search again.</translation></message>
    <message><source>Chưa ghi được bản che: không đọc được {names} nên chưa tìm được số cần che. Bỏ đánh dấu các tệp đó, hoặc quét lại và thay tệp, rồi bấm Tìm lại.</source><translation>The redacted copy cannot be written yet: {names} cannot be read, so that what to hide could not be searched for. Untick these files, or scan again and replace them, then press Search again.</translation></message>
    <message><source>{files} tệp · {boxes} chỗ che: {pins} từ ghim, {text} từ chữ trong tệp, {hand} tự kéo</source><translation>{files} files · {boxes} hidden: {pins} from pins, {text} from text, {hand} drawn by hand</translation></message>
    <message><source>Đã bỏ khung che.</source><translation>The frame was removed.</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
    <message><source>Ảnh quét chưa có ô che nào: {pages}. Trong ảnh không tìm được số CCCD, số tài khoản. Xem từng trang này; trang nào có số thì kéo khung lên chỗ đó rồi mới ghi.</source><translation>Scanned pictures without any frame: {pages}. Citizen IDs and accounts cannot be found in a picture. Look at each of these pages; where there is a number, drag a frame over it before writing.</translation></message>
    <message><source>Trang chưa che gì</source><translation>Pages with nothing hidden</translation></message>
    <message><source>Đã xem, ghi bản che</source><translation>Looked at, write the copy</translation></message>
    <message><source>{name} trang {pages}</source><translation>{name} page {pages}</translation></message>
    <message><source>Ghi bản che</source><translation>Write the redacted copy</translation></message>
    <message><source>Tệp PDF (*.pdf)</source><translation>PDF file (*.pdf)</translation></message>
    <message><source>Đã ghi bản che {name}, {pages} trang. Xem lại từng trang trước khi đưa cho người khác.</source><translation>Redacted copy {name} was written, {pages} pages. Look at each page before giving it away.</translation></message>
</context>
<context>
    <name>RegisterTable</name>
    <message><source>Số, ký hiệu</source><translation>Number</translation></message>
    <message><source>Ngày</source><translation>Date</translation></message>
    <message><source>Số người</source><translation>People</translation></message>
    <message><source>Bản quét</source><translation>Scans</translation></message>
    <message><source>Cơ quan ban hành</source><translation>Issuing authority</translation></message>
    <message><source>Là giấy tờ</source><translation>Paper</translation></message>
    <message><source>Văn bản và giấy tờ</source><translation>Documents and papers</translation></message>
    <message><source>chưa có</source><translation>none yet</translation></message>
    <message><source>, cần xem lại</source><translation>, to be looked at</translation></message>
    <message><source>{pages} trang</source><translation>{pages} pages</translation></message>
</context>
<context>
    <name>RemarksList</name>
    <message><source>Lưu ý về tệp</source><translation>Notes on the file</translation></message>
</context>
<context>
    <name>ReopenedPackage</name>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Số CCCD</source><translation>Citizen ID number</translation></message>
    <message><source>Đơn vị</source><translation>Unit</translation></message>
    <message><source>Đề nghị</source><translation>Claim</translation></message>
    <message><source>Được duyệt</source><translation>Granted</translation></message>
    <message><source>Kết quả</source><translation>Result</translation></message>
    <message><source>Lý do</source><translation>Reason</translation></message>
    <message><source>Số, ký hiệu</source><translation>Number</translation></message>
    <message><source>Loại văn bản</source><translation>Kind of document</translation></message>
    <message><source>Ngày</source><translation>Date</translation></message>
    <message><source>Cơ quan ban hành</source><translation>Issuing authority</translation></message>
    <message><source>Trích yếu</source><translation>Subject</translation></message>
    <message><source>Tệp</source><translation>File</translation></message>
    <message><source>Số trang</source><translation>Pages</translation></message>
    <message><source>Dung lượng</source><translation>Size</translation></message>
    <message><source>chưa có số liệu</source><translation>figures not known</translation></message>
    <message><source>Rút khỏi đợt</source><translation>Taken out of the round</translation></message>
</context>
<context>
    <name>RestoreStep</name>
    <message><source>Khôi phục từ bản sao lưu</source><translation>Restore from a backup</translation></message>
    <message><source>Dùng khi máy cũ hỏng: chọn tệp sao lưu khóa (sao-luu-khoa-….khoa.age), nhập mười hai từ trên tờ giấy trong phong bì, đặt mật khẩu mới. Tên cơ quan, khóa, chứng thư và gói tin cậy trở lại như cũ.</source><translation>For when the old PC is dead: choose the key backup (sao-luu-khoa-….khoa.age), type the twelve words from the sheet in the envelope, set a new passphrase. The office's name, key, certificate and trust pack come back as they were.</translation></message>
    <message><source>Bản sao lưu và mã khôi phục</source><translation>Backup and recovery code</translation></message>
    <message><source>Khôi &amp;phục</source><translation>&amp;Restore</translation></message>
    <message><source>Còn ô bắt buộc chưa điền, hoặc hai lần nhập mật khẩu khác nhau.</source><translation>A required field is empty, or the two passphrases differ.</translation></message>
    <message><source>Đã khôi phục khóa. Nếu có các gói đã gửi, dựng lại dữ liệu ngay dưới đây.</source><translation>The key is restored. If there are sent packages, rebuild the data just below.</translation></message>
</context>
<context>
    <name>ResultStep</name>
    <message><source>Tới người đầu tiên cần &amp;sửa</source><translation>&amp;To the first person to mend</translation></message>
    <message><source>&amp;Xem các ô cần sửa</source><translation>&amp;See the cells to mend</translation></message>
    <message><source>&amp;Hoàn tác lần nhập này</source><translation>&amp;Undo this import</translation></message>
    <message><source>Văn bản phê duyệt trong danh sách: {n} ({papers}{more})</source><translation>Approving documents in the list: {n} ({papers}{more})</translation></message>
    <message><source>Danh sách không ghi văn bản phê duyệt nào.</source><translation>The list names no approving document.</translation></message>
    <message><source>Ô chưa đọc được: {faults}. Ô đã tự chỉnh: {notes}.</source><translation>Cells that could not be read: {faults}. Cells that were corrected: {notes}.</translation></message>
    <message><source>Tệp gốc {file} được giữ nguyên trong hồ sơ, mã băm {digest}.</source><translation>The file {file} is kept unchanged in the profile, digest {digest}.</translation></message>
    <message><source>Cách ghép cột đã được nhớ cho lần sau.</source><translation>The matching of columns is remembered for next time.</translation></message>
    <message><source>{n} người đã có trong đợt từ trước.</source><translation>{n} people were in the round before.</translation></message>
</context>
<context>
    <name>ResultsPage</name>
    <message><source>Chỉ người có kết quả khác đề nghị</source><translation>Only people whose result differs</translation></message>
    <message><source>&amp;Nhận gói…</source><translation>&amp;Take a package in…</translation></message>
    <message><source>&amp;Sửa hồ sơ bị trả</source><translation>&amp;Mend the returned record</translation></message>
    <message><source>&amp;In kết quả (Biểu 05)…</source><translation>&amp;Print the result (Biểu 05)…</translation></message>
    <message><source>In phiếu &amp;tiếp nhận…</source><translation>&amp;Print the receipt…</translation></message>
    <message><source>Kết quả thẩm định</source><translation>Appraisal results</translation></message>
    <message><source>&amp;Mở gói để xem…</source><translation>&amp;Open a package to read…</translation></message>
    <message><source>Đã ghi trả lời cho {0}.</source><translation>The answer for {0} was recorded.</translation></message>
    <message><source>Chưa gửi danh sách nào</source><translation>No list was sent yet</translation></message>
    <message><source>Sau khi gửi, từng người và kết quả thẩm định hiện ở đây.</source><translation>Once it is sent, each person and the result of the appraisal appear here.</translation></message>
    <message><source>Ghi Biểu 05 vào</source><translation>Write Biểu 05 to</translation></message>
    <message><source>In kết quả thẩm định</source><translation>Print the appraisal result</translation></message>
    <message><source>Gói kết quả hoặc phiếu tiếp nhận</source><translation>Result package or receipt</translation></message>
    <message><source>Gói ({0})</source><translation>Packages ({0})</translation></message>
    <message><source>Nhận gói {0}</source><translation>Take in package {0}</translation></message>
    <message><source>Ghi phiếu tiếp nhận vào</source><translation>Write the receipt to</translation></message>
    <message><source>In phiếu tiếp nhận</source><translation>Print the receipt</translation></message>
    <message><source>Đã bỏ trả lời cho {0}.</source><translation>The answer for {0} was dropped.</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
</context>
<context>
    <name>RoundForm</name>
    <message><source>Chữ và số không dấu, ví dụ 2024-2; dùng trong tên gói.</source><translation>Letters and digits without accents, for example 2024-2; part of package names.</translation></message>
    <message><source>&amp;Tên đợt</source><translation>&amp;Name of the round</translation></message>
    <message><source>&amp;Kỳ</source><translation>&amp;Period</translation></message>
    <message><source>&amp;Hạn gửi</source><translation>&amp;Send before</translation></message>
    <message><source>&amp;Lập đợt</source><translation>&amp;Open the round</translation></message>
</context>
<context>
    <name>SalaryMonthView</name>
    <message><source>Từng tháng tính bình quân</source><translation>The months of the average</translation></message>
    <message><source>Đủ lương của {0} tháng tính bình quân ({1} – {2}).</source><translation>Pay is there for all {0} months of the average ({1} – {2}).</translation></message>
    <message><source>{0} trong {1} tháng tính bình quân chưa có số tiền: {2}.</source><translation>{0} of {1} months of the average have no amount: {2}.</translation></message>
</context>
<context>
    <name>ScanActs</name>
    <message><source>&amp;Sửa bản quét…</source><translation>&amp;Edit the scan…</translation></message>
    <message><source>Nối, tách, xoay, nắn thẳng, đổi thứ tự trang (Ctrl+E)</source><translation>Join, split, rotate, straighten, reorder pages (Ctrl+E)</translation></message>
    <message><source>&amp;Nén bản quét…</source><translation>Pac&amp;k scans…</translation></message>
    <message><source>Dung lượng của gói và bản nén của các bản quét</source><translation>Size of the package, and compressed copies of the scans</translation></message>
    <message><source>&amp;Xem lại chất lượng</source><translation>Check &amp;quality again</translation></message>
    <message><source>Kiểm tra lại mọi tệp của đợt: hỏng, trang trắng, mờ, lộn ngược</source><translation>Check every file of the round again: damaged, blank, blurred, upside down</translation></message>
    <message><source>Gói đang dùng {used} / {limit} MB</source><translation>The package takes {used} of {limit} MB</translation></message>
    <message><source>, lớn hơn một tệp được phép: nén hoặc gửi nhiều phần</source><translation>, more than one file may be: pack the scans or send several parts</translation></message>
    <message><source>Xem lại bản quét</source><translation>Check scans again</translation></message>
    <message><source>Đã ghi bản quét mới: {files} tệp, {pages} trang. Tệp cũ vẫn được giữ.</source><translation>The new scan was written: {files} files, {pages} pages. The old files are kept.</translation></message>
    <message><source> {count} ghim nằm ở trang đã bỏ hoặc đã nắn: ghim lại.</source><translation> {count} pins are on pages that were removed or straightened: pin again.</translation></message>
    <message><source>sửa bản quét của {number}</source><translation>edit the scans of {number}</translation></message>
    <message><source>Đã thay {files} tệp bằng bản nén. Tệp cũ vẫn được giữ.</source><translation>{files} files were replaced by compressed copies. The old files are kept.</translation></message>
    <message><source>nén {count} bản quét</source><translation>pack {count} scans</translation></message>
    <message><source>Đã xem lại {count} tệp: không có gì khác trước.</source><translation>{count} files were checked again: nothing changed.</translation></message>
    <message><source>Đã xem lại {count} tệp; kết quả khác trước: {names}. Xem ở trang Kiểm tra.</source><translation>{count} files were checked again; other than before: {names}. See the Checks page.</translation></message>
</context>
<context>
    <name>ScanInbox</name>
    <message><source>&amp;Dán ảnh</source><translation>&amp;Paste a picture</translation></message>
    <message><source>Dán ảnh đang có trong bộ nhớ tạm (Ctrl+Shift+V)</source><translation>Paste the picture of the clipboard (Ctrl+Shift+V)</translation></message>
    <message><source>&amp;Quét…</source><translation>&amp;Scan…</translation></message>
    <message><source>Quét giấy đang đặt trong máy quét</source><translation>Scan the paper that lies in the scanner</translation></message>
    <message><source>Ngừng theo dõi</source><translation>Stop watching</translation></message>
    <message><source>Mới quét, chưa gắn vào văn bản nào</source><translation>New scans, not attached to a document</translation></message>
    <message><source>Gắn &amp;vào văn bản</source><translation>A&amp;ttach to the document</translation></message>
    <message><source>Gắn tệp đang chọn vào văn bản đang chọn (Ctrl+G)</source><translation>Attach the chosen file to the chosen document (Ctrl+G)</translation></message>
    <message><source>&amp;Bỏ qua</source><translation>Lea&amp;ve out</translation></message>
    <message><source>Tệp này không thuộc văn bản nào</source><translation>This file belongs to no document</translation></message>
    <message><source>Nhận bản quét mới</source><translation>Take new scans in</translation></message>
    <message><source>Dán ảnh</source><translation>Paste a picture</translation></message>
    <message><source>Quét giấy</source><translation>Scan paper</translation></message>
    <message><source>Nhận trang quét</source><translation>Take a scanned page in</translation></message>
    <message><source>Thư mục mà máy quét lưu tệp</source><translation>Folder into which the scanner saves</translation></message>
    <message><source>Văn bản này đã có sẵn {name}, không gắn lần nữa.</source><translation>This document has {name} already; it is not attached again.</translation></message>
    <message><source>bỏ qua {name}</source><translation>set {name} aside</translation></message>
    <message><source>Theo dõi thư mụ&amp;c…</source><translation>&amp;Watch a folder…</translation></message>
    <message><source>Tệp máy quét lưu vào thư mục sẽ tự hiện ở đây</source><translation>What the scanner saves into the folder appears here</translation></message>
    <message><source>Chọn lại thư mụ&amp;c…</source><translation>C&amp;hoose the folder again…</translation></message>
    <message><source>Thư mụ&amp;c khác…</source><translation>Another f&amp;older…</translation></message>
    <message><source>Đang theo dõi {folder}</source><translation>Watching {folder}</translation></message>
    <message><source>Đã {act}.</source><translation>Done: {act}.</translation></message>
    <message><source>{name} · {pages} trang</source><translation>{name} · {pages} pages</translation></message>
    <message><source>Mới quét, chưa gắn vào văn bản nào: {count}</source><translation>New scans, not attached to a document: {count}</translation></message>
</context>
<context>
    <name>SecretDialog</name>
    <message><source>&amp;Mở gói</source><translation>&amp;Open the package</translation></message>
    <message><source>&amp;Nhớ trên máy này</source><translation>&amp;Remember on this PC</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
</context>
<context>
    <name>SecretWords</name>
    <message><source>Để mở gói; mã PIN của thẻ “{0}” hỏi sau</source><translation>To open packages; the PIN of token “{0}” is asked for later</translation></message>
</context>
<context>
    <name>SendBack</name>
    <message><source>Trả lại gói</source><translation>Return the package</translation></message>
</context>
<context>
    <name>SendBackPanel</name>
    <message><source>Thư mục ghi gói trả lại</source><translation>Folder for the returned package</translation></message>
    <message><source>&amp;Ký và ghi gói trả lại</source><translation>&amp;Sign and write the return</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
    <message><source>Trả lại gói của {0}</source><translation>Return the package of {0}</translation></message>
    <message><source>&amp;Lý do, và đơn vị cần sửa gì</source><translation>&amp;Reason, and what the unit should mend</translation></message>
    <message><source>Thư mục ghi gói</source><translation>Folder for the package</translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation>&amp;Passphrase of the key</translation></message>
</context>
<context>
    <name>SendResults</name>
    <message><source>Gửi kết quả</source><translation>Send the result</translation></message>
    <message><source>C&amp;họn thư mục…</source><translation>&amp;Choose a folder…</translation></message>
    <message><source>&amp;Ký và ghi gói</source><translation>&amp;Sign and write the package</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
    <message><source>Gửi kết quả cho {0}</source><translation>Send the result to {0}</translation></message>
    <message><source>Còn {0} người chưa có quyết định; kết quả của họ gửi sau.</source><translation>{0} people have no decision yet; their result goes later.</translation></message>
    <message><source>Thư mục ghi gói</source><translation>Folder for the package</translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation>&amp;Passphrase of the key</translation></message>
    <message><source>Chọn thư mục ghi gói kết quả</source><translation>Choose a folder for the result package</translation></message>
</context>
<context>
    <name>SentPackages</name>
    <message><source>Gói đã gửi</source><translation>Sent packages</translation></message>
    <message><source>Enter: mở gói để xem</source><translation>Enter: open the package to read</translation></message>
    <message><source>Loại gói</source><translation>Kind of package</translation></message>
    <message><source>Gửi lúc</source><translation>Sent at</translation></message>
    <message><source>Số người</source><translation>People</translation></message>
    <message><source>Phiếu tiếp nhận</source><translation>Receipt</translation></message>
    <message><source>Gói gốc</source><translation>Original package</translation></message>
    <message><source>{0} gói {1}</source><translation>{0} of package {1}</translation></message>
</context>
<context>
    <name>SettingsPage</name>
    <message><source>&amp;Lưu cài đặt</source><translation>&amp;Save settings</translation></message>
    <message><source>&amp;Bỏ thay đổi</source><translation>&amp;Undo the changes</translation></message>
    <message><source>Thực hành</source><translation>Practice</translation></message>
    <message><source>&amp;Tập làm với đơn vị mẫu…</source><translation>&amp;Practise with the sample unit…</translation></message>
    <message><source>Số liệu giả định, khóa tạm, để riêng; lúc nào cũng bỏ ra được</source><translation>Invented figures and a key for the time being, kept apart; leave it whenever you like</translation></message>
    <message><source>Đã lưu cài đặt. Ngôn ngữ mới dùng từ lần mở chương trình sau.</source><translation>Settings saved. The new language is used from the next start on.</translation></message>
    <message><source>Đã lưu cài đặt.</source><translation>Settings saved.</translation></message>
</context>
<context>
    <name>SheetView</name>
    <message><source>Đầu trang như trong tệp; các dòng tiêu đề được tô</source><translation>The top of the sheet as in the file; heading rows are coloured</translation></message>
</context>
<context>
    <name>Shell</name>
    <message><source>Hoàn tác việc vừa báo</source><translation>Undo what was just told</translation></message>
    <message><source>{unit} – Tinh Giản</source><translation>{unit} – Tinh Giản</translation></message>
    <message><source>Hoàn tác việc vừa làm</source><translation>Undo what was just done</translation></message>
    <message><source>Làm lại việc vừa hoàn tác</source><translation>Redo what was just undone</translation></message>
    <message><source>Tới mục thứ nhất … thứ chín bên trái</source><translation>To the first … ninth item at the left</translation></message>
    <message><source>Tìm người, số quyết định</source><translation>Search for people, numbers of decisions</translation></message>
    <message><source>Về mục vừa xem</source><translation>Back to what was seen before</translation></message>
    <message><source>Bảng phím tắt này</source><translation>This chart of keys</translation></message>
    <message><source>Mọi nơi</source><translation>Everywhere</translation></message>
    <message><source>Mở một gói để xem</source><translation>Open a package to read</translation></message>
</context>
<context>
    <name>SizeLine</name>
    <message><source>Khoảng {size}, gửi qua {channel}: </source><translation>About {size}, sent by {channel}: </translation></message>
    <message><source>một tệp (giới hạn {limit}, đổi ở trang Cài đặt).</source><translation>one file (limit {limit}, changed on the Settings page).</translation></message>
    <message><source>chia thành {files} phần đã ký, mỗi phần tối đa {limit} (đổi ở trang Cài đặt).</source><translation>split into {files} signed parts of at most {limit} (changed on the Settings page).</translation></message>
</context>
<context>
    <name>StepList</name>
    <message><source>Thiết lập hồ sơ làm việc</source><translation>Set up the profile</translation></message>
    <message><source>đang làm</source><translation>under way</translation></message>
    <message><source>đã xong</source><translation>done</translation></message>
    <message><source>chưa làm</source><translation>not done</translation></message>
    <message><source>Bước {0} trên {1}</source><translation>Step {0} of {1}</translation></message>
</context>
<context>
    <name>StepPanel</name>
    <message><source>Đã xong</source><translation>Done</translation></message>
    <message><source>Chưa làm</source><translation>Not done</translation></message>
</context>
<context>
    <name>StepsView</name>
    <message><source>Điều kiện</source><translation>Conditions</translation></message>
    <message><source>Chưa có số liệu</source><translation>Figures not known</translation></message>
    <message><source>Từng bước</source><translation>Step by step</translation></message>
    <message><source>Gói {id} phiên bản {version}</source><translation>Pack {id} version {version}</translation></message>
    <message><source>Số liệu giả định để tập sử dụng, không dùng để đề nghị hay thẩm định.</source><translation>Invented figures for practice, not for proposals or appraisal.</translation></message>
    <message><source>Đạt</source><translation>Passed</translation></message>
    <message><source>Không đạt</source><translation>Failed</translation></message>
    <message><source>tính từ các bước trên</source><translation>computed from the steps above</translation></message>
    <message><source>theo hồ sơ</source><translation>from the record</translation></message>
    <message><source>Cộng {n} tháng: {sum} đ; bình quân {average} đ</source><translation>Sum of {n} months: {sum} đ; average {average} đ</translation></message>
    <message><source>{n} tháng</source><translation>{n} months</translation></message>
    <message><source>{pay} × lương cơ sở {base}</source><translation>{pay} × base salary {base}</translation></message>
    <message><source>{sum} đ</source><translation>{sum} đ</translation></message>
    <message><source>đạt</source><translation>passed</translation></message>
    <message><source>không đạt</source><translation>failed</translation></message>
    <message><source>Diễn giải từng bước</source><translation>Explanation step by step</translation></message>
</context>
<context>
    <name>StickyMarks</name>
    <message><source>&amp;Giữ cho người thêm sau</source><translation>&amp;Keep for the next person</translation></message>
    <message><source>giữ ✓</source><translation>kept ✓</translation></message>
    <message><source>Đang giữ {field} cho người sau</source><translation>{field} is kept for the next person</translation></message>
    <message><source>Người thêm sau bắt đầu với giá trị này. Ctrl+G trong ô để thôi giữ.</source><translation>The next person begins with this value. Ctrl+G in the field lets it go.</translation></message>
</context>
<context>
    <name>SubmitPage</name>
    <message><source>&amp;Chỉ gửi những người đã đủ, để lại người còn thiếu</source><translation>&amp;Send only complete people, leave the others for later</translation></message>
    <message><source>&amp;Ký và ghi gói…</source><translation>&amp;Sign and write the package…</translation></message>
    <message><source>&amp;Xem như người thẩm định…</source><translation>&amp;See as the appraiser…</translation></message>
    <message><source>&amp;Mở gói để xem…</source><translation>&amp;Open a package to read…</translation></message>
    <message><source>Ký và gửi danh sách đề nghị</source><translation>Sign and send the list</translation></message>
    <message><source>Ký và ghi gói</source><translation>Sign and write the package</translation></message>
    <message><source>&amp;Nơi nhận (mã)</source><translation>&amp;Receiver (code)</translation></message>
    <message><source>&amp;Mật khẩu của khóa ký</source><translation>&amp;Passphrase of the signing key</translation></message>
    <message><source>Gửi kèm {0} gói của đơn vị trực thuộc: {1} người, {2}. Từng gói giữ nguyên chữ ký.</source><translation>{0} packages of subordinate units go along: {1} people, {2}. Each keeps its signature.</translation></message>
    <message><source>Ghi gói vào thư mục hoặc USB</source><translation>Write the package to a folder or USB stick</translation></message>
    <message><source>Đã ghi {file}: {people} người, {total}. Chép gói này cho {recipient}.</source><translation>{file} was written: {people} people, {total}. Hand this package to {recipient}.</translation></message>
    <message><source> Kèm {0} gói của đơn vị trực thuộc.</source><translation> With {0} packages of subordinate units.</translation></message>
</context>
<context>
    <name>Subordinates</name>
    <message><source>Đơn vị</source><translation>Unit</translation></message>
    <message><source>Đợt</source><translation>Round</translation></message>
    <message><source>Số người</source><translation>People</translation></message>
    <message><source>Số đề nghị</source><translation>Amount asked for</translation></message>
    <message><source>Xử lý</source><translation>Standing</translation></message>
    <message><source>Kết quả</source><translation>Result</translation></message>
    <message><source>Tệp</source><translation>File</translation></message>
    <message><source>Đã gửi trong {0}</source><translation>Sent in {0}</translation></message>
    <message><source>{0}/{1} người</source><translation>{0}/{1} people</translation></message>
    <message><source>Họ và tên</source><translation>Full name</translation></message>
    <message><source>Đơn vị đề nghị</source><translation>Unit</translation></message>
    <message><source>Tính lại</source><translation>Recomputed</translation></message>
    <message><source>Phát hiện</source><translation>Findings</translation></message>
    <message><source>chưa có số tiền</source><translation>no amount</translation></message>
    <message><source>không có</source><translation>none</translation></message>
</context>
<context>
    <name>SubordinatesPage</name>
    <message><source>&amp;Nhận gói…</source><translation>&amp;Take a package in…</translation></message>
    <message><source>N&amp;hận vào</source><translation>&amp;Take in</translation></message>
    <message><source>&amp;Bỏ ra</source><translation>&amp;Leave out</translation></message>
    <message><source>&amp;Trả lại…</source><translation>&amp;Return…</translation></message>
    <message><source>Người trong gói</source><translation>People of the package</translation></message>
    <message><source>{0} gói đã nhận · {1} gói sẽ gửi kèm: {2} người, {3}</source><translation>{0} packages taken in · {1} packages go along: {2} people, {3}</translation></message>
    <message><source>Chưa nhận gói nào</source><translation>No packages taken in</translation></message>
    <message><source>Đây là gói do các đơn vị trực thuộc ký và gửi đến. Xem từng gói, nhận vào để gửi kèm danh sách của đơn vị, hoặc trả lại kèm lý do. Gói được gửi nguyên vẹn, giữ chữ ký của đơn vị lập.</source><translation>Packages of subordinate units: take each in to send it along, or return it with a reason.</translation></message>
    <message><source>Nhận gói…</source><translation>Take a package in…</translation></message>
    <message><source>Tính lại gói</source><translation>Recompute the package</translation></message>
    <message><source>{0} người · {1} người tính lại khác · {2} người cần xem</source><translation>{0} people · {1} recomputed otherwise · {2} to be looked at</translation></message>
    <message><source>Đã trả lại</source><translation>Returned</translation></message>
    <message><source>Nhận gói của đơn vị trực thuộc</source><translation>Take in a subordinate unit's package</translation></message>
    <message><source>Gói Tinh Giản ({0})</source><translation>Tinh Giản packages ({0})</translation></message>
    <message><source>Nhận gói {0}</source><translation>Take in package {0}</translation></message>
    <message><source>Gói gửi tiếp một gói chưa nhận</source><translation>The package continues one that is not here</translation></message>
    <message><source>&amp;Lý do nhận không chờ gói trước:</source><translation>&amp;Reason for not waiting for the one before:</translation></message>
    <message><source>Đã nhận {0} của {1}: {2} người, {3}. Xem rồi nhận vào hoặc trả lại.</source><translation>Took in {0} of {1}: {2} people, {3}. Look at it, then take it in or return it.</translation></message>
    <message><source>{0} sẽ gửi kèm lần gửi tới.</source><translation>{0} goes along with the next sending.</translation></message>
    <message><source>{0} không gửi kèm nữa.</source><translation>{0} does not go along any more.</translation></message>
    <message><source>Ký và ghi gói trả lại</source><translation>Sign and write the return</translation></message>
    <message><source>Đã ghi {0}. Chuyển tệp này cho đơn vị; đơn vị nhận ở trang Kết quả, sửa rồi gửi lại.</source><translation>{0} was written. Give this file to the unit; it opens it on the Results page, mends and sends again.</translation></message>
</context>
<context>
    <name>TakingWords</name>
    <message><source>nhập {n} người</source><translation>import {n} people</translation></message>
    <message><source>cập nhật {n}</source><translation>update {n}</translation></message>
    <message><source>bỏ {n}</source><translation>remove {n}</translation></message>
</context>
<context>
    <name>TaskStrip</name>
    <message><source>&amp;Dừng</source><translation>&amp;Stop</translation></message>
    <message><source>Tiến độ</source><translation>Progress</translation></message>
    <message><source>còn {count} việc nữa</source><translation>{count} more to do</translation></message>
</context>
<context>
    <name>TextDialog</name>
    <message><source>&amp;Ghi</source><translation>&amp;Record</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
</context>
<context>
    <name>TextTab</name>
    <message><source>Bản soạn dạng văn bản YAML</source><translation>The draft as YAML text</translation></message>
    <message><source>&amp;Ghi và kiểm tra</source><translation>&amp;Record and check</translation></message>
    <message><source>Tới &amp;dòng lỗi</source><translation>&amp;Go to the faulty line</translation></message>
    <message><source>&amp;Nhập tệp…</source><translation>&amp;Import a file…</translation></message>
    <message><source>&amp;Xuất tệp…</source><translation>&amp;Export a file…</translation></message>
    <message><source>Bản soạn đọc được, mọi công thức đúng đơn vị.</source><translation>The draft can be read, every formula has the right units.</translation></message>
    <message><source>Nhập bản soạn</source><translation>Import a draft</translation></message>
    <message><source>Gói chính sách (*.yaml *.yml)</source><translation>Policy pack (*.yaml *.yml)</translation></message>
    <message><source>Xuất bản soạn</source><translation>Export the draft</translation></message>
    <message><source>Mọi phần của gói, kể cả giấy tờ, thời hạn và kiểm tra. Sửa xong thì ghi để kiểm tra.</source><translation>Every part of the pack, also papers, deadlines and checks. When you have edited, record to check.</translation></message>
</context>
<context>
    <name>Thumbnails</name>
    <message><source>Vẽ trang thu nhỏ</source><translation>Draw small pages</translation></message>
</context>
<context>
    <name>Timeline</name>
    <message><source>BHXH</source><translation>insured</translation></message>
    <message><source>Lương</source><translation>Salary</translation></message>
    <message><source>Chưa nhập quá trình công tác.</source><translation>No career was entered.</translation></message>
    <message><source>được tính</source><translation>counts</translation></message>
    <message><source>nặng nhọc, vùng ĐBKK</source><translation>hazardous, special area</translation></message>
    <message><source>đã hưởng chế độ</source><translation>benefit already taken</translation></message>
    <message><source>không tính</source><translation>does not count</translation></message>
    <message><source>trống</source><translation>empty</translation></message>
    <message><source>trùng</source><translation>twice</translation></message>
    <message><source>{0} tháng</source><translation>{0} months</translation></message>
    <message><source>trống {0} tháng</source><translation>{0} months empty</translation></message>
    <message><source>trùng {0} tháng</source><translation>{0} months twice</translation></message>
    <message><source>Trống {0}</source><translation>Empty {0}</translation></message>
    <message><source>Trùng {0}</source><translation>Twice {0}</translation></message>
</context>
<context>
    <name>TitleStrip</name>
    <message><source>Đợt đề nghị</source><translation>Round</translation></message>
    <message><source>Đợt đề nghị đang mở</source><translation>The round that is open</translation></message>
    <message><source>Tìm người, số QĐ</source><translation>Find a person or decision number</translation></message>
    <message><source>Tìm người, số QĐ (Ctrl+K)</source><translation>Search person, decision (Ctrl+K)</translation></message>
    <message><source>Trợ giúp và phím tắt</source><translation>Help and keys</translation></message>
    <message><source>Trợ giúp và phím tắt (F1)</source><translation>Help and keys (F1)</translation></message>
    <message><source>Tinh Giản</source><translation>Tinh Giản</translation></message>
    <message><source>Chuyển sang nền sáng</source><translation>Change to light</translation></message>
    <message><source>Chuyển sang nền tối</source><translation>Change to dark</translation></message>
</context>
<context>
    <name>ToldTogether</name>
    <message><source>Và {0} kết quả khác, xem trong danh sách.</source><translation>And {0} other results, see the list.</translation></message>
</context>
<context>
    <name>Tone</name>
    <message><source>Lỗi</source><translation>Error</translation></message>
    <message><source>Cảnh báo</source><translation>Warning</translation></message>
    <message><source>Đạt</source><translation>Passed</translation></message>
    <message><source>Lưu ý</source><translation>Note</translation></message>
</context>
<context>
    <name>TrialView</name>
    <message><source>Người thử</source><translation>Person to try</translation></message>
    <message><source>Bản soạn cho</source><translation>Draft for</translation></message>
    <message><source>Lấy từ</source><translation>Taken from</translation></message>
    <message><source>Kết quả thử</source><translation>Result of the trial</translation></message>
    <message><source>Chưa có người để thử</source><translation>Nobody to try it on</translation></message>
    <message><source>Thêm trường hợp mẫu của nhóm và cách nghỉ này, hoặc nhận hồ sơ có người như vậy.</source><translation>Add a golden case of this group and route, or receive a record with such a person.</translation></message>
    <message><source>Bản soạn còn lỗi nên chưa tính thử được. Sửa lỗi ghi bên trái.</source><translation>The draft has faults, so nothing could be tried. Mend the faults told at the left.</translation></message>
    <message><source>Kết quả thử · Vì sao?</source><translation>Result of the trial · Why?</translation></message>
</context>
<context>
    <name>Trust</name>
    <message><source>Gốc trên thẻ “{0}”: mã PIN sẽ được hỏi</source><translation>The root is on token “{0}”: its PIN will be asked for</translation></message>
    <message><source>6. Cơ quan chứng thực khác</source><translation>6. Other certificate authorities</translation></message>
    <message><source>Để nhận chứng thư đơn vị đã có trên thẻ do cơ quan nhà nước cấp. Chỉ chứng thư nào Sở Tài chính nhận riêng ở bước 2 mới được tin; cơ quan chứng thực không tự thêm được ai.</source><translation>To accept certificates that units have on tokens from a government authority. Only certificates that the Finance Department accepts one by one in step 2 are trusted; an authority can add nobody by itself.</translation></message>
    <message><source>Tệp chứng thư của cơ quan chứng thực</source><translation>Certificate file of the authority</translation></message>
    <message><source>Chứng thư (*.cer *.crt *.pem *.der)</source><translation>Certificates (*.cer *.crt *.pem *.der)</translation></message>
    <message><source>Mật khẩu của gốc tin cậy</source><translation>Passphrase of the trust root</translation></message>
    <message><source>Thư mục ghi gói tin cậy mới</source><translation>Folder for the new trust pack</translation></message>
    <message><source>Thêm cơ quan chứng thực</source><translation>Add a certificate authority</translation></message>
    <message><source>Tệp chứng thư CA</source><translation>CA certificate file</translation></message>
    <message><source>Dấu vân tay SHA-256 do cơ quan chứng thực công bố</source><translation>SHA-256 fingerprint that the authority publishes</translation></message>
    <message><source>Thư mục ghi gói tin cậy</source><translation>Folder for the trust pack</translation></message>
    <message><source>Đang tin: {0}.</source><translation>Trusted: {0}.</translation></message>
    <message><source>{0}, dùng đến {1}</source><translation>{0}, valid to {1}</translation></message>
    <message><source>Đã thêm. Gửi gói tin cậy {0} cho mọi đơn vị.</source><translation>Added. Send trust pack {0} to every unit.</translation></message>
    <message><source>Sao lưu khóa</source><translation>Key backup</translation></message>
    <message><source>Máy hỏng hoặc quên mật khẩu thì chỉ bản sao lưu lấy lại được khóa. Tệp sao lưu cất trong USB; mã khôi phục in ra, cho vào phong bì niêm phong, cất ở nơi khác.</source><translation>When the PC dies or the passphrase is forgotten, only the backup brings the key back. Keep the backup file on a USB stick; print the recovery code, seal it in an envelope, keep it elsewhere.</translation></message>
    <message><source>Thư mục ghi bản sao lưu</source><translation>Folder for the backup</translation></message>
    <message><source>&amp;Sao lưu</source><translation>&amp;Back up</translation></message>
    <message><source>Mã khôi phục</source><translation>Recovery code</translation></message>
    <message><source>&amp;In trang khôi phục…</source><translation>&amp;Print the recovery page…</translation></message>
    <message><source>Mật &amp;khẩu của khóa</source><translation>&amp;Passphrase of the key</translation></message>
    <message><source>Mật khẩu của gốc tin cậ&amp;y</source><translation>&amp;Passphrase of the trust root</translation></message>
    <message><source>Mã khôi phục của {0}. In ngay hoặc chép tay: rời trang này thì mã không hiện lại nữa.</source><translation>Recovery code of {0}. Print it now or write it down: once you leave this page it is not shown again.</translation></message>
    <message><source>Đã ghi bản sao lưu {0}.</source><translation>Backup {0} was written.</translation></message>
    <message><source>Trang khôi phục khóa</source><translation>Key recovery page</translation></message>
    <message><source>Chưa sao lưu</source><translation>Not backed up</translation></message>
    <message><source>Đã sao lưu ngày {0}</source><translation>Backed up on {0}</translation></message>
    <message><source>Khóa đã đổi sau bản ngày {0}</source><translation>The key changed after the backup of {0}</translation></message>
    <message><source>Kiểm tra khả năng ký</source><translation>Signing check</translation></message>
    <message><source>Kiểm tra &amp;lại</source><translation>Check &amp;again</translation></message>
    <message><source>Thử mật khẩ&amp;u…</source><translation>&amp;Try the passphrase…</translation></message>
    <message><source>Thử mã PI&amp;N…</source><translation>&amp;Try the PIN…</translation></message>
    <message><source>&amp;Mật khẩu của khóa, chỉ để thử:</source><translation>&amp;Passphrase of the key, only to try it:</translation></message>
    <message><source>Thử mật khẩu</source><translation>Try the passphrase</translation></message>
    <message><source>&amp;Thử</source><translation>&amp;Try</translation></message>
    <message><source>Cần xử lý</source><translation>To be done</translation></message>
    <message><source>Cần chú ý</source><translation>Take note</translation></message>
    <message><source>Dùng được</source><translation>In order</translation></message>
    <message><source>1. Gốc tin cậy và khóa của Sở Tài chính</source><translation>1. Trust root and key of the Finance Department</translation></message>
    <message><source>Gốc tin cậy cấp chứng thư cho các đơn vị; khóa của Sở ký kết quả thẩm định. Mỗi thứ một mật khẩu.</source><translation>The trust root issues certificates to units; the department's key signs appraisal results. Each has its passphrase.</translation></message>
    <message><source>Gốc tin cậy {0}</source><translation>Trust root {0}</translation></message>
    <message><source>Nhập lại</source><translation>Once more</translation></message>
    <message><source>Mật khẩu của &amp;gốc tin cậy</source><translation>&amp;Passphrase of the trust root</translation></message>
    <message><source>Mật khẩu của &amp;khóa ký</source><translation>&amp;Passphrase of the signing key</translation></message>
    <message><source>Thư mục ghi gói tin cậy đầu tiên</source><translation>Folder for the first trust pack</translation></message>
    <message><source>&amp;Thiết lập</source><translation>&amp;Set up</translation></message>
    <message><source>Dấu vân tay của gốc tin cậy</source><translation>Fingerprint of the trust root</translation></message>
    <message><source>&amp;In dấu vân tay của gốc…</source><translation>&amp;Print the root's fingerprint…</translation></message>
    <message><source>T&amp;ên gốc tin cậy</source><translation>&amp;Name of the trust root</translation></message>
    <message><source>Mật khẩu của &amp;khóa đã tạo</source><translation>&amp;Passphrase of the key that is there</translation></message>
    <message><source>Khóa của gốc tin cậy</source><translation>Key of the trust root</translation></message>
    <message><source>Khóa ký của Sở Tài chính</source><translation>Signing key of the Finance Department</translation></message>
    <message><source>Gốc trên thẻ: mã PIN sẽ được hỏi</source><translation>The root is on a token: its PIN will be asked for</translation></message>
    <message><source>Thiết lập gốc</source><translation>Set up the root</translation></message>
    <message><source>Đã thiết lập; gói tin cậy đầu tiên là {0}. In dấu vân tay dưới đây cho các đơn vị.</source><translation>Set up; the first trust pack is {0}. Print the fingerprint below for the units.</translation></message>
    <message><source>2. Cấp chứng thư</source><translation>2. Issue certificates</translation></message>
    <message><source>Gọi điện cho đơn vị theo số đã biết, gõ dấu vân tay do đơn vị đọc, bằng số hoặc bằng lời (không cần gõ dấu); hoặc gõ theo tờ có đóng dấu. Chương trình so với tệp đăng ký.</source><translation>Call the unit on a number that you know and type the fingerprint that it reads out, in digits or in words (accents are not needed); or type it from the sealed sheet. The program compares it with the enrolment file.</translation></message>
    <message><source>Tệp đăng ký của đơn vị</source><translation>Enrolment file of the unit</translation></message>
    <message><source>Gói Tinh Giản (*.asice)</source><translation>Tinh Giản package (*.asice)</translation></message>
    <message><source>Dấu vân tay trong tệp đăng ký</source><translation>Fingerprint in the enrolment file</translation></message>
    <message><source>Mật khẩu của gốc tin &amp;cậy</source><translation>&amp;Passphrase of the trust root</translation></message>
    <message><source>&amp;Cấp chứng thư</source><translation>&amp;Issue the certificate</translation></message>
    <message><source>&amp;Dấu vân tay đơn vị đọc</source><translation>&amp;Fingerprint that the unit reads out</translation></message>
    <message><source>Tệp đăng ký</source><translation>Enrolment file</translation></message>
    <message><source>Không bắt buộc khi gia hạn</source><translation>Optional for a renewal</translation></message>
    <message><source>Nhận &amp;chứng thư này</source><translation>&amp;Accept this certificate</translation></message>
    <message><source>Cấp chứng thư</source><translation>Issue a certificate</translation></message>
    <message><source>Đã cấp chứng thư. Gửi đơn vị gói tin cậy {0}.</source><translation>The certificate was issued. Send trust pack {0} to the unit.</translation></message>
    <message><source>Gia hạn: khóa đang dùng của đơn vị đã ký xác nhận khóa mới này, không bắt buộc gọi điện đối chiếu.</source><translation>Renewal: the unit's present key has signed for this new key, so no call is needed to compare.</translation></message>
    <message><source>Đơn vị đề nghị dùng chứng thư đã có, do {0} cấp; Sở Tài chính nhận chứng thư này, không cấp mới.</source><translation>The unit asks to use a certificate that it has, issued by {0}; the Finance Department accepts this one and issues none.</translation></message>
    <message><source>4. Gia hạn gói tin cậy</source><translation>4. Renew the trust pack</translation></message>
    <message><source>Phát lại gói tin cậy với số mới và hạn mới, rồi gửi cho mọi đơn vị trước khi gói cũ hết hạn.</source><translation>Issue the trust pack again with a new number and a new last day, and send it to every unit before the old one ends.</translation></message>
    <message><source>Mật khẩu của gốc t&amp;in cậy</source><translation>&amp;Passphrase of the trust root</translation></message>
    <message><source>Thư mục ghi gói tin cậy gia hạn</source><translation>Folder for the renewed trust pack</translation></message>
    <message><source>&amp;Gia hạn…</source><translation>&amp;Renew…</translation></message>
    <message><source>Gói đang dùng: số {0}, hạn {1}.</source><translation>In use: number {0}, to {1}.</translation></message>
    <message><source>Gói số {0} thay gói số {1}. Sau đó gửi gói mới cho mọi đơn vị; gói cũ còn dùng được đến hết hạn.</source><translation>Pack number {0} takes the place of number {1}. Then send the new one to every unit; the old one holds until its last day.</translation></message>
    <message><source>Phát gói tin cậy mới?</source><translation>Issue a new trust pack?</translation></message>
    <message><source>Phát gói số {0}</source><translation>Issue pack number {0}</translation></message>
    <message><source>Gia hạn gói tin cậy</source><translation>Renew the trust pack</translation></message>
    <message><source>Đã phát gói tin cậy {0}. Gửi gói này cho mọi đơn vị.</source><translation>Trust pack {0} was issued. Send it to every unit.</translation></message>
    <message><source>5. Thay gốc tin cậy</source><translation>5. Replace the trust root</translation></message>
    <message><source>Khi gốc sắp hết hạn, hoặc đổi người giữ. Gốc cũ ký giới thiệu gốc mới, nên đơn vị chỉ cần nạp gói tin cậy mới, không phải so lại dấu vân tay; chứng thư đã cấp vẫn dùng được. Khi gốc cũ đã bị lộ thì cách này không đủ, vì người lấy được nó cũng ký được: cần lập gốc mới và đăng ký lại mọi đơn vị.</source><translation>When the root nears its end, or its keeper changes. The old root signs for the new one, so units only load the new trust pack; issued certificates stay good. If the old root was exposed this is not enough, for whoever has it can sign too: make a new root and enrol every unit again.</translation></message>
    <message><source>Mật khẩu của gốc đan&amp;g dùng</source><translation>&amp;Passphrase of the present root</translation></message>
    <message><source>&amp;Mật khẩu của gốc mới</source><translation>&amp;Passphrase of the new root</translation></message>
    <message><source>Nhập &amp;lại mật khẩu mới</source><translation>&amp;The new passphrase again</translation></message>
    <message><source>Thư mục ghi gói tin cậy chuyển gốc</source><translation>Folder for the trust pack of the handover</translation></message>
    <message><source>Tha&amp;y gốc…</source><translation>&amp;Replace the root…</translation></message>
    <message><source>Tê&amp;n gốc mới</source><translation>&amp;Name of the new root</translation></message>
    <message><source>Gốc mới để ở đâu</source><translation>Where the new root is kept</translation></message>
    <message><source>Thay gốc tin cậy?</source><translation>Replace the trust root?</translation></message>
    <message><source>Không quay lại gốc cũ được. Sau khi thay: in dấu vân tay mới, cất mật khẩu mới như mật khẩu cũ, gửi gói tin cậy mới cho mọi đơn vị. Đơn vị đăng ký sau dùng tệp root.pem mới.</source><translation>There is no way back to the old root. Afterwards: print the new fingerprint, keep the new passphrase like the old one, send the new trust pack to every unit. Units that enrol later use the new file root.pem.</translation></message>
    <message><source>Thay gốc tin cậy</source><translation>Replace the trust root</translation></message>
    <message><source>Đã thay gốc tin cậy. In dấu vân tay mới ở bước 1; gửi gói {0} cho mọi đơn vị.</source><translation>The trust root was replaced. Print the new fingerprint in step 1; send pack {0} to every unit.</translation></message>
    <message><source>Dựng lại dữ liệu từ gói đã gửi</source><translation>Rebuild data from sent packages</translation></message>
    <message><source>Máy cũ hỏng: gom mọi gói nop-… đã gửi và tra-… đã nhận vào một thư mục. Chương trình kiểm tra chữ ký, lấy lại đợt, người, văn bản, kết quả; không ghi đè lên gì đang có. Phần chưa gửi thì không có lại.</source><translation>The old PC is dead: gather every nop-… that was sent and tra-… that came into one folder. The program checks the signatures and brings back rounds, people, documents, results; nothing that is here is written over. What was never sent does not come back.</translation></message>
    <message><source>Thư mục có các gói</source><translation>Folder with the packages</translation></message>
    <message><source>chưa biết</source><translation>not known</translation></message>
    <message><source>&amp;Dựng lại</source><translation>&amp;Rebuild</translation></message>
    <message><source>&amp;Mật khẩu của khóa</source><translation>&amp;Passphrase of the key</translation></message>
    <message><source>Hỏi Sở Tài chính; để số của gói sau không trùng với gói đã gửi mà ở đây không còn.</source><translation>Ask the Finance Department, so that the next package gets no number of one that was sent and is not here.</translation></message>
    <message><source>&amp;Số gói cuối Sở đã nhận</source><translation>&amp;Last number that the department has</translation></message>
    <message><source>Tệp không dùng được và lý do</source><translation>Files that cannot be used, and why</translation></message>
    <message><source>Dựng lại dữ liệu</source><translation>Rebuild the data</translation></message>
    <message><source>Bản sao lưu khóa</source><translation>Key backup</translation></message>
    <message><source>Bản sao lưu khóa ({0})</source><translation>Key backup ({0})</translation></message>
    <message><source>mười hai từ, không cần gõ dấu</source><translation>twelve words, accents are not needed</translation></message>
    <message><source>Mật khẩu &amp;mới của khóa</source><translation>&amp;New passphrase of the key</translation></message>
    <message><source>Nhập &amp;lại</source><translation>&amp;Once more</translation></message>
    <message><source>Mật khẩu mới của &amp;gốc tin cậy</source><translation>&amp;New passphrase of the trust root</translation></message>
    <message><source>Nhập lại mật khẩ&amp;u của gốc</source><translation>&amp;The root's passphrase again</translation></message>
    <message><source>Mã &amp;khôi phục</source><translation>&amp;Recovery code</translation></message>
    <message><source>Quên mật khẩu, mất khóa</source><translation>Passphrase forgotten, key lost</translation></message>
    <message><source>Có bản sao lưu và mã khôi phục: lấy lại khóa, đặt mật khẩu mới. Không có: tạo khóa mới, đăng ký lại; Sở Tài chính thu hồi chứng thư cũ. Gói nhận bằng khóa cũ thì đề nghị nơi gửi xuất lại.</source><translation>With a backup and its recovery code: get the key back and set a new passphrase. Without: make a new key and enrol again; the Finance Department revokes the old certificate. Ask senders to write again what came for the old key.</translation></message>
    <message><source>&amp;Khôi phục từ bản sao lưu</source><translation>&amp;Restore from a backup</translation></message>
    <message><source>&amp;Tạo khóa mới</source><translation>&amp;Make a new key</translation></message>
    <message><source>&amp;Xóa mật khẩu đã nhớ trên máy này</source><translation>&amp;Forget the passphrase on this PC</translation></message>
    <message><source>Khôi &amp;phục</source><translation>&amp;Restore</translation></message>
    <message><source>Mật khẩu &amp;mới</source><translation>&amp;New passphrase</translation></message>
    <message><source>Nhập &amp;lại mật khẩu</source><translation>&amp;The passphrase again</translation></message>
    <message><source>Thư mục ghi tệp đăng ký</source><translation>Folder for the enrolment file</translation></message>
    <message><source>Tạo khóa &amp;mới và ghi tệp đăng ký</source><translation>&amp;Make a new key and write the enrolment file</translation></message>
    <message><source>Khóa cũ không bị xóa: chương trình cất vào thư mục keys của hồ sơ, phòng khi nhớ lại mật khẩu.</source><translation>The old key is not deleted: the program puts it away in the profile's folder keys, in case the passphrase comes back to mind.</translation></message>
    <message><source>Khôi phục khóa</source><translation>Restore the key</translation></message>
    <message><source>Đã khôi phục khóa; từ nay dùng mật khẩu mới. Mã khôi phục và bản sao lưu vẫn dùng được.</source><translation>The key is restored; use the new passphrase from now on. Recovery code and backup stay good.</translation></message>
    <message><source>Khóa đang có sẽ được cất đi và không ký được nữa. Đơn vị chỉ ký được sau khi Sở Tài chính cấp chứng thư cho khóa mới và đơn vị nạp gói tin cậy mới.</source><translation>The present key will be put away and cannot sign any more. The unit can sign once the Finance Department has issued a certificate for the new key and the new trust pack is loaded.</translation></message>
    <message><source>Tạo khóa mới</source><translation>Make a new key</translation></message>
    <message><source>Đã tạo khóa mới và ghi {0}. Gọi Sở Tài chính: thu hồi chứng thư cũ, cấp chứng thư cho khóa mới.</source><translation>A new key was made and {0} written. Call the Finance Department: revoke the old certificate, issue one for the new key.</translation></message>
    <message><source>Máy này không còn nhớ mật khẩu của khóa.</source><translation>This PC does not remember the key's passphrase any more.</translation></message>
    <message><source>Xóa mật khẩu đã nhớ</source><translation>Forget the passphrase</translation></message>
    <message><source>Còn ô bắt buộc chưa điền, hoặc hai lần nhập mật khẩu khác nhau.</source><translation>A required field is empty, or the two passphrases differ.</translation></message>
    <message><source>Gia hạn chứng thư</source><translation>Renew the certificate</translation></message>
    <message><source>Tạo khóa mới, khóa đang dùng ký xác nhận cho khóa mới nên không phải đọc dấu vân tay. Vẫn ký bằng khóa cũ cho đến khi nạp gói tin cậy có chứng thư mới; gói cũ vẫn mở được.</source><translation>Make a new key; the present one signs for it, so no fingerprint has to be read out. The old key signs until a trust pack with the new certificate is loaded; old packages can still be opened.</translation></message>
    <message><source>Gia &amp;hạn</source><translation>&amp;Renew</translation></message>
    <message><source>Thư mục ghi tệp</source><translation>Folder for the file</translation></message>
    <message><source>Mật khẩu đang dùng</source><translation>Present passphrase</translation></message>
    <message><source>Khóa mới đã tạo, đan&amp;g chờ chứng thư</source><translation>&amp;The new key is made and waits for its certificate</translation></message>
    <message><source>Cù&amp;ng nơi với khóa đang dùng</source><translation>&amp;Where the present key is</translation></message>
    <message><source>Đang chờ chứng thư</source><translation>Waiting for the certificate</translation></message>
    <message><source>Ghi lại tệp đăng &amp;ký</source><translation>&amp;Write the enrolment file again</translation></message>
    <message><source>Gia hạn</source><translation>Renew</translation></message>
    <message><source>Đã tạo khóa mới và ghi {0}. Gửi tệp cho Sở Tài chính, rồi nạp gói tin cậy nhận lại.</source><translation>A new key was made and {0} written. Send the file to the Finance Department, then load the trust pack that comes back.</translation></message>
    <message><source>3. Thu hồi chứng thư</source><translation>3. Revoke certificates</translation></message>
    <message><source>Khi khóa bị lộ, bị mất, hoặc đơn vị sáp nhập, giải thể. Thu hồi rồi thì không khôi phục lại được.</source><translation>When a key was exposed or lost, or a unit merges or is dissolved. What is revoked cannot be brought back.</translation></message>
    <message><source>Thu &amp;hồi</source><translation>&amp;Revoke</translation></message>
    <message><source>&amp;Chứng thư</source><translation>&amp;Certificate</translation></message>
    <message><source>&amp;Lý do</source><translation>&amp;Reason</translation></message>
    <message><source>đến {0}</source><translation>to {0}</translation></message>
    <message><source>Thu hồi chứng thư</source><translation>Revoke the certificate</translation></message>
    <message><source>Đã thu hồi. Gửi gói tin cậy {0} cho mọi đơn vị.</source><translation>Revoked. Send trust pack {0} to every unit.</translation></message>
    <message><source>Khóa bị lộ hoặc mất</source><translation>Key exposed or lost</translation></message>
    <message><source>Đơn vị sáp nhập, đổi tên</source><translation>Unit merged or renamed</translation></message>
    <message><source>Đã cấp chứng thư khác thay thế</source><translation>Another certificate took its place</translation></message>
    <message><source>Đơn vị giải thể, thôi gửi hồ sơ</source><translation>Unit dissolved, sends no more</translation></message>
    <message><source>Tự chọn quyền</source><translation>Choose the rights</translation></message>
    <message><source>Cấp ch&amp;o</source><translation>&amp;Issued to</translation></message>
    <message><source>Đơn vị lập danh sách</source><translation>Unit that makes lists</translation></message>
    <message><source>Đơn vị chủ quản, gộp gói của đơn vị trực thuộc</source><translation>Parent unit, sends packages of subordinate units</translation></message>
    <message><source>Sở Nội vụ</source><translation>Home Affairs Department</translation></message>
    <message><source>Sở Tài chính</source><translation>Finance Department</translation></message>
    <message><source>Gửi danh sách đề nghị</source><translation>Send lists</translation></message>
    <message><source>Gộp gói của đơn vị trực thuộc</source><translation>Send packages of subordinate units</translation></message>
    <message><source>Gửi ý kiến của Sở Nội vụ</source><translation>Send opinions of the Home Affairs Department</translation></message>
    <message><source>Gửi kết quả thẩm định</source><translation>Send appraisal results</translation></message>
    <message><source>Phát hành gói chính sách</source><translation>Publish policy packs</translation></message>
    <message><source>1. Khóa ký của đơn vị</source><translation>1. The unit's signing key</translation></message>
    <message><source>Khóa để ký gói gửi đi. Mật khẩu không lấy lại được: ghi ra giấy và cất riêng.</source><translation>The key signs the packages that you send. Its passphrase cannot be got back: write it down and keep it apart.</translation></message>
    <message><source>&amp;Tạo khóa</source><translation>&amp;Make the key</translation></message>
    <message><source>Khóa nằm trên thẻ “{0}”: mã PIN để ký, mật khẩu để mở gói nhận về.</source><translation>The key is on token “{0}”: PIN to sign, passphrase to open what comes.</translation></message>
    <message><source>Thẻ chỉ ký, không mở gói: mã PIN để ký, mật khẩu này để mở gói nhận về.</source><translation>The token only signs and opens nothing: PIN to sign, this passphrase to open what comes.</translation></message>
    <message><source>Tạo khóa</source><translation>Make the key</translation></message>
    <message><source>Đã tạo khóa. Sao lưu khóa ngay, rồi đăng ký với Sở Tài chính.</source><translation>The key is made. Back it up now, then enrol with the Finance Department.</translation></message>
    <message><source>2. Đăng ký với Sở Tài chính</source><translation>2. Enrol with the Finance Department</translation></message>
    <message><source>Ghi tệp đăng ký, chuyển cho Sở Tài chính. Để Sở biết tệp đúng là của đơn vị: đọc dấu vân tay (bằng số hoặc bằng lời) qua điện thoại, hoặc in ra, ký, đóng dấu và gửi kèm.</source><translation>Write the enrolment file and give it to the Finance Department. So that it knows that the file is yours: read the fingerprint (digits or words) over the telephone, or print, sign, seal and enclose it.</translation></message>
    <message><source>&amp;Ghi tệp đăng ký</source><translation>&amp;Write the enrolment file</translation></message>
    <message><source>&amp;In dấu vân tay…</source><translation>&amp;Print the fingerprint…</translation></message>
    <message><source>Dấu vân tay của khóa</source><translation>Fingerprint of the key</translation></message>
    <message><source>Mật khẩu của &amp;khóa</source><translation>&amp;Passphrase of the key</translation></message>
    <message><source>Chưa có chứng thư</source><translation>No certificate yet</translation></message>
    <message><source>Ghi tệp đăng ký</source><translation>Write the enrolment file</translation></message>
    <message><source>Đã ghi {0}. Chuyển tệp cho Sở Tài chính; đọc dấu vân tay qua điện thoại hoặc in, đóng dấu gửi kèm.</source><translation>{0} was written. Give it to the Finance Department; read the fingerprint over the telephone, or print, seal and enclose it.</translation></message>
    <message><source>Dấu vân tay khóa ký</source><translation>Fingerprint of the signing key</translation></message>
    <message><source>3. Gốc tin cậy của Sở Tài chính</source><translation>3. Trust root of the Finance Department</translation></message>
    <message><source>Nhập dấu vân tay từ bản in của Sở Tài chính: tám nhóm đầu, hoặc mười sáu từ, không cần gõ dấu. Không chép từ tệp vừa nhận.</source><translation>Type the fingerprint from the sheet printed by the Finance Department: the first eight groups, or sixteen words, accents are not needed. Do not copy it from the file that came.</translation></message>
    <message><source>Tệp gốc tin cậy (root.pem)</source><translation>File of the trust root (root.pem)</translation></message>
    <message><source>Tệp gốc (*.pem)</source><translation>Root file (*.pem)</translation></message>
    <message><source>Tin cậy &amp;gốc này</source><translation>&amp;Trust this root</translation></message>
    <message><source>Tệp gốc</source><translation>Root file</translation></message>
    <message><source>&amp;Dấu vân tay trên bản in</source><translation>&amp;Fingerprint on the printed sheet</translation></message>
    <message><source>Đã tin cậy gốc của Sở Tài chính.</source><translation>The root of the Finance Department is trusted.</translation></message>
    <message><source>Tin cậy gốc</source><translation>Trust the root</translation></message>
    <message><source>4. Gói tin cậy</source><translation>4. Trust pack</translation></message>
    <message><source>Gói do Sở Tài chính gửi lại, có chứng thư của đơn vị và danh sách các đơn vị được tin cậy.</source><translation>The pack that the Finance Department sends back, with the unit's certificate and the list of trusted offices.</translation></message>
    <message><source>Gói tin cậy</source><translation>Trust pack</translation></message>
    <message><source>&amp;Nạp gói tin cậy</source><translation>&amp;Load the trust pack</translation></message>
    <message><source>Tệp gói tin cậy</source><translation>Trust pack file</translation></message>
    <message><source>Chứng thư ở đây được: {0}.</source><translation>The certificate here may: {0}.</translation></message>
    <message><source>Nạp gói tin cậy</source><translation>Load the trust pack</translation></message>
    <message><source>Gói tin cậy số {0} có hiệu lực.</source><translation>Trust pack number {0} is in force.</translation></message>
    <message><source>Đơn vị được gộp gói: đóng rồi mở lại chương trình để có trang Đơn vị trực thuộc.</source><translation>This unit may send packages of subordinate units: close and open the program to get the page Subordinate units.</translation></message>
    <message><source>Gói số {0}, dùng đến {1}. Đơn vị được tin cậy: {2}.</source><translation>Pack number {0}, valid to {1}. Trusted offices: {2}.</translation></message>
</context>
<context>
    <name>TrustPage</name>
    <message><source>Chưa ký hoặc kiểm tra gói được: xem phần Kiểm tra khả năng ký.</source><translation>Packages cannot be signed or verified yet: see Signing check.</translation></message>
    <message><source>Ký và kiểm tra gói được. Gói tin cậy số {0}.</source><translation>Packages can be signed and checked. Trust pack number {0}.</translation></message>
    <message><source>Chưa ký được gói: còn bước chưa làm.</source><translation>Cannot sign packages yet: a step is missing.</translation></message>
</context>
<context>
    <name>UndoBanner</name>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
</context>
<context>
    <name>UndoCommands</name>
    <message><source>Hoàn tác</source><translation>Undo</translation></message>
    <message><source>Chưa có gì để hoàn tác</source><translation>Nothing to undo</translation></message>
    <message><source>Làm lại</source><translation>Redo</translation></message>
    <message><source>Chưa có gì để làm lại</source><translation>Nothing to redo</translation></message>
    <message><source>Việc này thuộc {round}; đợt đó đang mở.</source><translation>It belongs to {round}, which is open now.</translation></message>
</context>
<context>
    <name>UnitSearch</name>
    <message><source>Không thấy ai có “{0}” trong họ tên, số CCCD, cũng không có văn bản nào mang số này.</source><translation>Nobody has “{0}” in name or citizen number, and no document bears this number.</translation></message>
</context>
<context>
    <name>UnitTrustStep</name>
    <message><source>Tin cậy: so dấu vân tay</source><translation>Trust: compare the fingerprint</translation></message>
    <message><source>Bỏ qua bước này thì chưa ký được gói gửi đi (chưa có chứng thư) và chưa kiểm tra được gói gửi đến. Gói tin cậy thường đến sau vài ngày: khi đó nạp ở trang Đơn vị &amp; chứng thư.</source><translation>Without this step packages cannot be signed (there is no certificate) and those that come cannot be checked. The trust pack usually comes after some days: then load it on the page Units &amp; certificates.</translation></message>
    <message><source>Sở Tài chính cấp chứng thư sau khi so dấu vân tay của khóa; đơn vị so dấu vân tay của gốc tin cậy.</source><translation>The Finance Department issues the certificate after comparing the key's fingerprint; the unit compares the fingerprint of the trust root.</translation></message>
</context>
<context>
    <name>UnreadList</name>
    <message><source>Ô chưa đọc được trong danh sách Excel</source><translation>Cells of the Excel list that could not be read</translation></message>
    <message><source>{n} ô trong danh sách Excel chưa đọc được. Chọn một ô rồi Enter để tới chỗ nhập.</source><translation>{n} cells of the Excel list could not be read. Choose one and press Enter to get to its field.</translation></message>
</context>
<context>
    <name>WhatIfPane</name>
    <message><source>Thử các tháng nghỉ</source><translation>Try the leaving months</translation></message>
    <message><source>Hồ sơ ({month}): {words}</source><translation>The record ({month}): {words}</translation></message>
    <message><source>Sớm hơn một tháng</source><translation>A month earlier</translation></message>
    <message><source>Muộn hơn một tháng</source><translation>A month later</translation></message>
    <message><source>Các mốc thay đổi</source><translation>Turning points</translation></message>
    <message><source>Trong các tháng này không có mốc nào làm thay đổi điều kiện.</source><translation>In these months nothing changes who is eligible.</translation></message>
    <message><source>Gạch chéo: chưa có số liệu. Nét đứt: mốc thay đổi. Vạch đậm phía dưới: tháng trong hồ sơ.</source><translation>Hatched: figures not known. Dashed: turning point. Thick line below: the month in the record.</translation></message>
    <message><source>Áp dụng vào hồ sơ</source><translation>Apply to the record</translation></message>
    <message><source>Ghi tháng nghỉ, trường hợp và nhóm đang thử vào hồ sơ; hoàn tác được.</source><translation>Write the month, case and group that are tried into the record; it can be undone.</translation></message>
    <message><source>Về như hồ sơ</source><translation>As in the record</translation></message>
    <message><source>Trường hợp thử</source><translation>Case to try</translation></message>
    <message><source>Nhóm thử</source><translation>Group to try</translation></message>
    <message><source>Hệ số lương thử</source><translation>Coefficient to try</translation></message>
    <message><source>Mức lương cơ sở thử</source><translation>Base salary to try</translation></message>
    <message><source>Từ tháng</source><translation>From month</translation></message>
    <message><source>Tháng nghỉ thử</source><translation>Month to try</translation></message>
</context>
<context>
    <name>WindowSearch</name>
    <message><source>Tìm</source><translation>Search</translation></message>
    <message><source>Còn {0} kết quả nữa; gõ thêm họ tên hoặc số để thu hẹp</source><translation>{0} more; type more of the name or number to narrow it down</translation></message>
</context>
<context>
    <name>WizardFiles</name>
    <message><source>Lưu bản đánh dấu ô lỗi</source><translation>Save a copy with the faulty cells marked</translation></message>
    <message><source>Bảng tính Excel (*.xlsx)</source><translation>Excel workbook (*.xlsx)</translation></message>
    <message><source>Đã lưu {file}: mỗi ô cần sửa được tô màu kèm ghi chú.</source><translation>{file} was saved: each cell to mend is coloured and says why.</translation></message>
    <message><source>Lưu mẫu danh sách trống</source><translation>Save an empty template</translation></message>
    <message><source>Đã lưu {file}. Điền từng người một dòng rồi nhập lại tệp ở đây.</source><translation>{file} was saved. Fill in a row for each person, then import the file here.</translation></message>
</context>
<context>
    <name>WizardFrame</name>
    <message><source>‹ T&amp;rước</source><translation>‹ &amp;Back</translation></message>
    <message><source>Tệp</source><translation>File</translation></message>
    <message><source>Trang và cột</source><translation>Sheets and columns</translation></message>
    <message><source>Kiểm tra</source><translation>Checks</translation></message>
    <message><source>Kết quả</source><translation>Result</translation></message>
    <message><source>Bước {n} trong {all}: {name}</source><translation>Step {n} of {all}: {name}</translation></message>
    <message><source>Th&amp;ôi, không nhập</source><translation>&amp;Cancel, import nothing</translation></message>
    <message><source>D&amp;ừng</source><translation>St&amp;op</translation></message>
    <message><source>Dán khối từ Excel</source><translation>Paste a block from Excel</translation></message>
    <message><source>Nhập danh sách Excel</source><translation>Import an Excel list</translation></message>
</context>
<context>
    <name>WorkshopDialog</name>
    <message><source>Sửa bản quét của {number}</source><translation>Edit the scan of {number}</translation></message>
    <message><source>Vẽ trang</source><translation>Draw the page</translation></message>
    <message><source>Xem khi chưa nắn (Ctrl+T)</source><translation>See it as it was (Ctrl+T)</translation></message>
    <message><source>Còn thay đổi chưa lưu. Bấm Thôi lần nữa để bỏ các thay đổi này.</source><translation>There are changes that were not saved. Press Cancel again to drop them.</translation></message>
    <message><source>Chỉ nhận PDF, JPG, PNG, TIF: {0}.</source><translation>Only PDF, JPG, PNG, TIF are taken: {0}.</translation></message>
    <message><source>Đo độ nghiêng</source><translation>Measure the slant</translation></message>
    <message><source>Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source><translation>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation></message>
    <message><source>Thêm tệp</source><translation>Add a file</translation></message>
    <message><source>Ghi bản quét của {number}</source><translation>Write the scan of {number}</translation></message>
    <message><source>Đang ghi các tệp. Bấm Thôi để dừng; chưa có gì bị thay đổi.</source><translation>Writing the files. Press Cancel to stop; nothing has changed.</translation></message>
    <message><source>Xem tệp mới</source><translation>See the new file</translation></message>
    <message><source>{count} trang đã thẳng hoặc không có dòng chữ để đo, giữ nguyên.</source><translation>{count} pages are straight or have no lines to measure, and stay.</translation></message>
    <message><source>{pages} trang, ghi thành {files} tệp.</source><translation>{pages} pages, to be written as {files} files.</translation></message>
    <message><source>Không còn trang nào. Bấm Hoàn tác để lấy lại, hoặc thêm tệp.</source><translation>No pages are left. Press Undo to bring them back, or add a file.</translation></message>
    <message><source>&amp;Hoàn tác: {act}</source><translation>&amp;Undo: {act}</translation></message>
    <message><source>&amp;Hoàn tác</source><translation>&amp;Undo</translation></message>
    <message><source>Làm l&amp;ại: {act}</source><translation>R&amp;edo: {act}</translation></message>
    <message><source>Làm l&amp;ại</source><translation>R&amp;edo</translation></message>
    <message><source>Đã dừng, văn bản giữ nguyên các tệp cũ.</source><translation>Stopped; the document keeps its files.</translation></message>
    <message><source>&amp;Lưu vào văn bản</source><translation>&amp;Save to the document</translation></message>
    <message><source>Thôi</source><translation>Cancel</translation></message>
</context>
<context>
    <name>WrittenFiles</name>
    <message><source>Các tệp đã ghi</source><translation>Files written</translation></message>
    <message><source>Đã ghi {count} phần vào {folder}. Nơi nhận cần đủ các phần, theo thứ tự nào cũng được:</source><translation>{count} parts were written to {folder}. The receiver needs all of them, in whatever order:</translation></message>
</context>
<context>
    <name>_Months</name>
    <message><source>Tháng</source><translation>Month</translation></message>
    <message><source>Số tiền</source><translation>Amount</translation></message>
    <message><source>Lương cơ sở</source><translation>Base salary</translation></message>
    <message><source>Hệ số</source><translation>Coefficient</translation></message>
    <message><source>Các khoản được tính</source><translation>Items that count</translation></message>
    <message><source>chưa có lương</source><translation>no pay</translation></message>
    <message><source>chưa có lương cơ sở</source><translation>no base salary</translation></message>
    <message><source>không tính</source><translation>does not count</translation></message>
    <message><source>chưa tính được</source><translation>not computed</translation></message>
</context>
<context>
    <name>_Part</name>
    <message><source>THỰC HÀNH</source><translation>THỰC HÀNH</translation></message>
    <message><source>Vì sao?</source><translation>Why?</translation></message>
</context>
<context>
    <name>sealed_files</name>
    <message><source>Gói đã mã hóa</source><translation>Encrypted package</translation></message>
    <message><source>Gói này chỉ khóa của đơn vị mở được. &amp;Mật khẩu của khóa:</source><translation>&amp;Only the unit's key opens this package. Passphrase of the key:</translation></message>
</context>
</TS>
