<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message><source>Close Tab</source><translation>Đóng thẻ</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>Ổ đĩa</translation></message>
    <message><source>File</source><translation>Tệp</translation></message>
    <message><source>File Folder</source><translation>Thư mục</translation></message>
    <message><source>Folder</source><translation>Thư mục</translation></message>
    <message><source>Shortcut</source><translation>Lối tắt</translation></message>
    <message><source>Alias</source><translation>Lối tắt</translation></message>
    <message><source>Unknown</source><translation>Chưa rõ</translation></message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message><source>&amp;Select All</source><translation>&amp;Chọn tất cả</translation></message>
    <message><source>&amp;Step up</source><translation>&amp;Tăng</translation></message>
    <message><source>Step &amp;down</source><translation>&amp;Giảm</translation></message>
</context>
<context>
    <name>QAccessibleActionInterface</name>
    <message><source>Decrease</source><translation>Giảm</translation></message>
    <message><source>Decrease the value</source><translation>Giảm giá trị</translation></message>
    <message><source>Goes back a page</source><translation>Về trang trước</translation></message>
    <message><source>Goes to the next page</source><translation>Sang trang sau</translation></message>
    <message><source>Increase</source><translation>Tăng</translation></message>
    <message><source>Increase the value</source><translation>Tăng giá trị</translation></message>
    <message><source>Moves the element into the visible area</source><translation>Đưa mục vào vùng nhìn thấy</translation></message>
    <message><source>Next Page</source><translation>Trang sau</translation></message>
    <message><source>Press</source><translation>Nhấn</translation></message>
    <message><source>Previous Page</source><translation>Trang trước</translation></message>
    <message><source>Scroll Down</source><translation>Cuộn xuống</translation></message>
    <message><source>Scroll Left</source><translation>Cuộn sang trái</translation></message>
    <message><source>Scroll Right</source><translation>Cuộn sang phải</translation></message>
    <message><source>Scroll Up</source><translation>Cuộn lên</translation></message>
    <message><source>Scrolls down</source><translation>Cuộn xuống</translation></message>
    <message><source>Scrolls to the left</source><translation>Cuộn sang trái</translation></message>
    <message><source>Scrolls to the right</source><translation>Cuộn sang phải</translation></message>
    <message><source>Scrolls up</source><translation>Cuộn lên</translation></message>
    <message><source>Set Focus</source><translation>Đặt con trỏ</translation></message>
    <message><source>Sets the focus</source><translation>Đặt con trỏ vào mục này</translation></message>
    <message><source>Show Menu</source><translation>Mở trình đơn</translation></message>
    <message><source>Show on Screen</source><translation>Hiện trên màn hình</translation></message>
    <message><source>Shows the menu</source><translation>Mở trình đơn</translation></message>
    <message><source>Toggle</source><translation>Bật hoặc tắt</translation></message>
    <message><source>Toggles the state</source><translation>Bật hoặc tắt mục này</translation></message>
    <message><source>Triggers the action</source><translation>Thực hiện lệnh</translation></message>
</context>
<context>
    <name>QComboBox</name>
    <message><source>False</source><translation>Sai</translation></message>
    <message><source>True</source><translation>Đúng</translation></message>
    <message><source>Open the combo box selection popup</source><translation>Mở danh sách để chọn</translation></message>
</context>
<context>
    <name>QDialog</name>
    <message><source>What's This?</source><translation>Đây là gì?</translation></message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message><source>OK</source><translation>Đồng ý</translation></message>
</context>
<context>
    <name>QDockWidget</name>
    <message><source>Close</source><translation>Đóng</translation></message>
    <message><source>Closes the dock widget</source><translation>Đóng ngăn này</translation></message>
    <message><source>Float</source><translation>Tách ra</translation></message>
    <message><source>Undocks and re-attaches the dock widget</source><translation>Tách ra hoặc gắn lại ngăn này</translation></message>
</context>
<context>
    <name>QErrorMessage</name>
    <message><source>&amp;OK</source><translation>Đồng &amp;ý</translation></message>
    <message><source>&amp;Show this message again</source><translation>&amp;Hiện lại thông báo này</translation></message>
    <message><source>An error occurred</source><translation>Có lỗi</translation></message>
    <message><source>Critical Error:</source><translation>Lỗi nghiêm trọng:</translation></message>
    <message><source>Fatal Error:</source><translation>Lỗi không thể tiếp tục:</translation></message>
    <message><source>Information:</source><translation>Thông tin:</translation></message>
    <message><source>Warning:</source><translation>Cảnh báo:</translation></message>
    <message><source>Debug Message:</source><translation>Thông báo kỹ thuật:</translation></message>
</context>
<context>
    <name>QFileDialog</name>
    <message><source>%1
Directory not found.
Please verify the correct directory name was given.</source><translation>%1
Không tìm thấy thư mục này.
Kiểm tra lại tên thư mục.</translation></message>
    <message><source>%1
File not found.
Please verify the correct file name was given.</source><translation>%1
Không tìm thấy tệp này.
Kiểm tra lại tên tệp.</translation></message>
    <message><source>%1 already exists.
Do you want to replace it?</source><translation>%1 đã có.
Ghi đè lên tệp đó?</translation></message>
    <message><source>&amp;Choose</source><translation>&amp;Chọn</translation></message>
    <message><source>&amp;Delete</source><translation>&amp;Xóa</translation></message>
    <message><source>&amp;Look in:</source><translation>&amp;Tìm trong:</translation></message>
    <message><source>&amp;New Folder</source><translation>Thư mục &amp;mới</translation></message>
    <message><source>&amp;Open</source><translation>&amp;Mở</translation></message>
    <message><source>&amp;Rename</source><translation>Đổ&amp;i tên</translation></message>
    <message><source>&amp;Save</source><translation>&amp;Lưu</translation></message>
    <message><source>'%1' is write protected.
Do you want to delete it anyway?</source><translation>“%1” được chống ghi.
Vẫn xóa?</translation></message>
    <message><source>All Files (*)</source><translation>Mọi tệp (*)</translation></message>
    <message><source>All files (*)</source><translation>Mọi tệp (*)</translation></message>
    <message><source>Are you sure you want to delete '%1'?</source><translation>Xóa “%1”?</translation></message>
    <message><source>Back</source><translation>Trở lại</translation></message>
    <message><source>Change to detail view mode</source><translation>Xem dạng chi tiết</translation></message>
    <message><source>Change to list view mode</source><translation>Xem dạng danh sách</translation></message>
    <message><source>Could not delete directory.</source><translation>Chưa xóa được thư mục.</translation></message>
    <message><source>Create New Folder</source><translation>Tạo thư mục mới</translation></message>
    <message><source>Create a New Folder</source><translation>Tạo một thư mục mới</translation></message>
    <message><source>Delete</source><translation>Xóa</translation></message>
    <message><source>Detail View</source><translation>Chi tiết</translation></message>
    <message><source>Directories</source><translation>Thư mục</translation></message>
    <message><source>Directory:</source><translation>Thư mục:</translation></message>
    <message><source>File &amp;name:</source><translation>Tê&amp;n tệp:</translation></message>
    <message><source>Files</source><translation>Tệp</translation></message>
    <message><source>Files of &amp;type:</source><translation>&amp;Loại tệp:</translation></message>
    <message><source>Find Directory</source><translation>Tìm thư mục</translation></message>
    <message><source>Forward</source><translation>Đi tiếp</translation></message>
    <message><source>Go back</source><translation>Trở lại</translation></message>
    <message><source>Go forward</source><translation>Đi tiếp</translation></message>
    <message><source>Go to the parent directory</source><translation>Lên thư mục cha</translation></message>
    <message><source>List View</source><translation>Danh sách</translation></message>
    <message><source>List of places and bookmarks</source><translation>Các nơi hay dùng</translation></message>
    <message><source>New Folder</source><translation>Thư mục mới</translation></message>
    <message><source>Open</source><translation>Mở</translation></message>
    <message><source>Parent Directory</source><translation>Thư mục cha</translation></message>
    <message><source>Recent Places</source><translation>Nơi mở gần đây</translation></message>
    <message><source>Remove</source><translation>Bỏ</translation></message>
    <message><source>Save As</source><translation>Lưu thành</translation></message>
    <message><source>Show </source><translation>Hiện </translation></message>
    <message><source>Show &amp;hidden files</source><translation>&amp;Hiện tệp ẩn</translation></message>
    <message><source>Sidebar</source><translation>Thanh bên</translation></message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message><source>Computer</source><translation>Máy tính</translation></message>
    <message><source>My Computer</source><translation>Máy tính này</translation></message>
    <message><source>Date Modified</source><translation>Ngày sửa</translation></message>
    <message><source>Kind</source><translation>Loại</translation></message>
    <message><source>Name</source><translation>Tên</translation></message>
    <message><source>Size</source><translation>Kích thước</translation></message>
    <message><source>Type</source><translation>Loại</translation></message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message><source>&amp;Cancel</source><translation>&amp;Hủy</translation></message>
    <message><source>&amp;Close</source><translation>Đón&amp;g</translation></message>
    <message><source>&amp;OK</source><translation>Đồng &amp;ý</translation></message>
    <message><source>&amp;Save</source><translation>&amp;Lưu</translation></message>
    <message><source>Close without Saving</source><translation>Đóng, không lưu</translation></message>
</context>
<context>
    <name>QInputDialog</name>
    <message><source>Enter a value:</source><translation>Nhập giá trị:</translation></message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message><source>Press shortcut</source><translation>Nhấn tổ hợp phím</translation></message>
    <message><source>%1, ...</source><translation>%1, …</translation></message>
</context>
<context>
    <name>QLineEdit</name>
    <message><source>&amp;Copy</source><translation>&amp;Sao chép</translation></message>
    <message><source>&amp;Paste</source><translation>&amp;Dán</translation></message>
    <message><source>&amp;Redo</source><translation>&amp;Làm lại</translation></message>
    <message><source>&amp;Undo</source><translation>&amp;Hoàn tác</translation></message>
    <message><source>Cu&amp;t</source><translation>&amp;Cắt</translation></message>
    <message><source>Delete</source><translation>Xóa</translation></message>
    <message><source>Select All</source><translation>Chọn tất cả</translation></message>
</context>
<context>
    <name>QMessageBox</name>
    <message><source>Hide Details...</source><translation>Ẩn chi tiết…</translation></message>
    <message><source>Show Details...</source><translation>Xem chi tiết…</translation></message>
    <message><source>About Qt</source><translation>Giới thiệu Qt</translation></message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message><source>Height:</source><translation>Cao:</translation></message>
    <message><source>Width:</source><translation>Rộng:</translation></message>
    <message><source>Landscape</source><translation>Ngang</translation></message>
    <message><source>Portrait</source><translation>Dọc</translation></message>
    <message><source>Margins</source><translation>Lề</translation></message>
    <message><source>Orientation</source><translation>Chiều giấy</translation></message>
    <message><source>Custom</source><translation>Tự đặt</translation></message>
    <message><source>Page &amp;order:</source><translation>Thứ tự t&amp;rang:</translation></message>
    <message><source>Page Layout</source><translation>Cách trình bày</translation></message>
    <message><source>Page size:</source><translation>Khổ giấy:</translation></message>
    <message><source>Pages &amp;per sheet:</source><translation>Số trang trên một &amp;tờ:</translation></message>
    <message><source>Paper</source><translation>Giấy</translation></message>
    <message><source>Paper source:</source><translation>Khay giấy:</translation></message>
    <message><source>Millimeters (mm)</source><translation>Mi-li-mét (mm)</translation></message>
    <message><source>Points (pt)</source><translation>Điểm (pt)</translation></message>
    <message><source>Inches (in)</source><translation>In-sơ (in)</translation></message>
    <message><source>Reverse landscape</source><translation>Ngang, lộn ngược</translation></message>
    <message><source>Reverse portrait</source><translation>Dọc, lộn ngược</translation></message>
    <message><source>bottom margin</source><translation>lề dưới</translation></message>
    <message><source>left margin</source><translation>lề trái</translation></message>
    <message><source>right margin</source><translation>lề phải</translation></message>
    <message><source>top margin</source><translation>lề trên</translation></message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message><source>&amp;No</source><translation>&amp;Không</translation></message>
    <message><source>&amp;Yes</source><translation>&amp;Có</translation></message>
    <message><source>Abort</source><translation>Dừng hẳn</translation></message>
    <message><source>Apply</source><translation>Áp dụng</translation></message>
    <message><source>Cancel</source><translation>Hủy</translation></message>
    <message><source>Close</source><translation>Đóng</translation></message>
    <message><source>Discard</source><translation>Không lưu</translation></message>
    <message><source>Help</source><translation>Trợ giúp</translation></message>
    <message><source>Ignore</source><translation>Bỏ qua</translation></message>
    <message><source>N&amp;o to All</source><translation>K&amp;hông với tất cả</translation></message>
    <message><source>OK</source><translation>Đồng ý</translation></message>
    <message><source>Open</source><translation>Mở</translation></message>
    <message><source>Reset</source><translation>Đặt lại</translation></message>
    <message><source>Restore Defaults</source><translation>Khôi phục mặc định</translation></message>
    <message><source>Retry</source><translation>Thử lại</translation></message>
    <message><source>Save</source><translation>Lưu</translation></message>
    <message><source>Save All</source><translation>Lưu tất cả</translation></message>
    <message><source>Yes to &amp;All</source><translation>Có với &amp;tất cả</translation></message>
</context>
<context>
    <name>QPrintDialog</name>
    <message><source>%1 already exists.
Do you want to overwrite it?</source><translation>%1 đã có.
Ghi đè lên tệp đó?</translation></message>
    <message><source>%1 is a directory.
Please choose a different file name.</source><translation>%1 là thư mục.
Chọn tên tệp khác.</translation></message>
    <message><source>File %1 is not writable.
Please choose a different file name.</source><translation>Không ghi được tệp %1.
Chọn tên tệp khác.</translation></message>
    <message><source>&amp;Options &lt;&lt;</source><translation>&amp;Tùy chọn &lt;&lt;</translation></message>
    <message><source>&amp;Options &gt;&gt;</source><translation>&amp;Tùy chọn &gt;&gt;</translation></message>
    <message><source>&amp;Print</source><translation>&amp;In</translation></message>
    <message><source>All Pages</source><translation>Mọi trang</translation></message>
    <message><source>Even Pages</source><translation>Trang chẵn</translation></message>
    <message><source>Odd Pages</source><translation>Trang lẻ</translation></message>
    <message><source>Local file</source><translation>Tệp trên máy</translation></message>
    <message><source>Print</source><translation>In</translation></message>
    <message><source>Print To File ...</source><translation>In ra tệp…</translation></message>
    <message><source>Print to File (PDF)</source><translation>In ra tệp (PDF)</translation></message>
    <message><source>Write PDF file</source><translation>Ghi tệp PDF</translation></message>
    <message><source>Invalid Pages Definition</source><translation>Cách ghi trang chưa đúng</translation></message>
    <message><source>Duplex Settings Conflicts</source><translation>Cách in hai mặt mâu thuẫn</translation></message>
    <message><source>The 'From' value cannot be greater than the 'To' value.</source><translation>Trang đầu không được lớn hơn trang cuối.</translation></message>
    <message><source>There are conflicts in duplex settings. Do you want to fix them?</source><translation>Cách in hai mặt đang mâu thuẫn. Sửa lại?</translation></message>
    <message><source>Options 'Pages Per Sheet' and 'Page Set' cannot be used together.
Please turn one of those options off.</source><translation>Không dùng được cùng lúc “Số trang trên một tờ” và “Chọn trang”.
Tắt một trong hai.</translation></message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message><source>Export to PDF</source><translation>Xuất ra PDF</translation></message>
    <message><source>First page</source><translation>Trang đầu</translation></message>
    <message><source>Fit page</source><translation>Vừa trang</translation></message>
    <message><source>Fit width</source><translation>Vừa chiều rộng</translation></message>
    <message><source>Landscape</source><translation>Ngang</translation></message>
    <message><source>Last page</source><translation>Trang cuối</translation></message>
    <message><source>Next page</source><translation>Trang sau</translation></message>
    <message><source>Page Setup</source><translation>Thiết lập trang</translation></message>
    <message><source>Page setup</source><translation>Thiết lập trang</translation></message>
    <message><source>Portrait</source><translation>Dọc</translation></message>
    <message><source>Previous page</source><translation>Trang trước</translation></message>
    <message><source>Print</source><translation>In</translation></message>
    <message><source>Print Preview</source><translation>Xem trước khi in</translation></message>
    <message><source>Show facing pages</source><translation>Hai trang cạnh nhau</translation></message>
    <message><source>Show overview of all pages</source><translation>Tất cả các trang</translation></message>
    <message><source>Show single page</source><translation>Từng trang</translation></message>
    <message><source>Zoom in</source><translation>Phóng to</translation></message>
    <message><source>Zoom out</source><translation>Thu nhỏ</translation></message>
</context>
<context>
    <name>QPrintPropertiesDialog</name>
    <message><source>Printer Properties</source><translation>Thiết lập máy in</translation></message>
    <message><source>Job Options</source><translation>Tùy chọn lần in</translation></message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message><source>Advanced</source><translation>Nâng cao</translation></message>
    <message><source>Page</source><translation>Trang</translation></message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message><source>Collate</source><translation>Xếp theo bộ</translation></message>
    <message><source>Color</source><translation>Màu</translation></message>
    <message><source>Color Mode</source><translation>Chế độ màu</translation></message>
    <message><source>Copies</source><translation>Số bản</translation></message>
    <message><source>Copies:</source><translation>Số bản:</translation></message>
    <message><source>Current Page</source><translation>Trang hiện tại</translation></message>
    <message><source>Double Sided Printing</source><translation>In hai mặt</translation></message>
    <message><source>Grayscale</source><translation>Thang xám</translation></message>
    <message><source>Long side binding</source><translation>Đóng gáy cạnh dài</translation></message>
    <message><source>Off</source><translation>Tắt</translation></message>
    <message><source>Options</source><translation>Tùy chọn</translation></message>
    <message><source>Output Settings</source><translation>Thiết lập in</translation></message>
    <message><source>Page &amp;Set:</source><translation>Chọ&amp;n trang:</translation></message>
    <message><source>Pages</source><translation>Trang</translation></message>
    <message><source>Pages from</source><translation>Từ trang</translation></message>
    <message><source>Print all</source><translation>In tất cả</translation></message>
    <message><source>Print range</source><translation>Phạm vi in</translation></message>
    <message><source>Reverse</source><translation>In ngược</translation></message>
    <message><source>Selection</source><translation>Phần đang chọn</translation></message>
    <message><source>Short side binding</source><translation>Đóng gáy cạnh ngắn</translation></message>
    <message><source>to</source><translation>đến</translation></message>
</context>
<context>
    <name>QPrintWidget</name>
    <message><source>&amp;Name:</source><translation>&amp;Tên:</translation></message>
    <message><source>Location:</source><translation>Nơi đặt:</translation></message>
    <message><source>Output &amp;file:</source><translation>Ghi ra &amp;tệp:</translation></message>
    <message><source>P&amp;roperties</source><translation>&amp;Thiết lập</translation></message>
    <message><source>Preview</source><translation>Xem trước</translation></message>
    <message><source>Printer</source><translation>Máy in</translation></message>
    <message><source>Type:</source><translation>Loại:</translation></message>
</context>
<context>
    <name>QProgressDialog</name>
    <message><source>Cancel</source><translation>Hủy</translation></message>
</context>
<context>
    <name>QScrollBar</name>
    <message><source>Bottom</source><translation>Cuối</translation></message>
    <message><source>Left edge</source><translation>Mép trái</translation></message>
    <message><source>Page down</source><translation>Xuống một trang</translation></message>
    <message><source>Page left</source><translation>Sang trái một trang</translation></message>
    <message><source>Page right</source><translation>Sang phải một trang</translation></message>
    <message><source>Page up</source><translation>Lên một trang</translation></message>
    <message><source>Right edge</source><translation>Mép phải</translation></message>
    <message><source>Scroll down</source><translation>Cuộn xuống</translation></message>
    <message><source>Scroll here</source><translation>Cuộn tới đây</translation></message>
    <message><source>Scroll left</source><translation>Cuộn sang trái</translation></message>
    <message><source>Scroll right</source><translation>Cuộn sang phải</translation></message>
    <message><source>Scroll up</source><translation>Cuộn lên</translation></message>
    <message><source>Top</source><translation>Đầu</translation></message>
</context>
<context>
    <name>QStandardPaths</name>
    <message><source>Desktop</source><translation>Màn hình nền</translation></message>
    <message><source>Documents</source><translation>Tài liệu</translation></message>
    <message><source>Downloads</source><translation>Tải về</translation></message>
    <message><source>Home</source><translation>Thư mục riêng</translation></message>
    <message><source>Pictures</source><translation>Hình ảnh</translation></message>
</context>
<context>
    <name>QTabBar</name>
    <message><source>Scroll Left</source><translation>Cuộn sang trái</translation></message>
    <message><source>Scroll Right</source><translation>Cuộn sang phải</translation></message>
</context>
<context>
    <name>QUndoGroup</name>
    <message><source>Redo</source><translation>Làm lại</translation></message>
    <message><source>Redo %1</source><translation>Làm lại: %1</translation></message>
    <message><source>Undo</source><translation>Hoàn tác</translation></message>
    <message><source>Undo %1</source><translation>Hoàn tác: %1</translation></message>
</context>
<context>
    <name>QUndoModel</name>
    <message><source>&lt;empty&gt;</source><translation>&lt;trống&gt;</translation></message>
</context>
<context>
    <name>QUndoStack</name>
    <message><source>Redo</source><translation>Làm lại</translation></message>
    <message><source>Redo %1</source><translation>Làm lại: %1</translation></message>
    <message><source>Undo</source><translation>Hoàn tác</translation></message>
    <message><source>Undo %1</source><translation>Hoàn tác: %1</translation></message>
</context>
<context>
    <name>QWhatsThisAction</name>
    <message><source>What's This?</source><translation>Đây là gì?</translation></message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message><source>&amp;Copy</source><translation>&amp;Sao chép</translation></message>
    <message><source>&amp;Paste</source><translation>&amp;Dán</translation></message>
    <message><source>&amp;Redo</source><translation>&amp;Làm lại</translation></message>
    <message><source>&amp;Undo</source><translation>&amp;Hoàn tác</translation></message>
    <message><source>Cu&amp;t</source><translation>&amp;Cắt</translation></message>
    <message><source>Delete</source><translation>Xóa</translation></message>
    <message><source>Select All</source><translation>Chọn tất cả</translation></message>
    <message><source>Copy &amp;Link Location</source><translation>Sao chép địa chỉ &amp;liên kết</translation></message>
</context>
<context>
    <name>QWizard</name>
    <message><source>&amp;Finish</source><translation>&amp;Hoàn thành</translation></message>
    <message><source>&amp;Help</source><translation>Trợ &amp;giúp</translation></message>
    <message><source>&amp;Next</source><translation>&amp;Tiếp</translation></message>
    <message><source>&amp;Next &gt;</source><translation>&amp;Tiếp &gt;</translation></message>
    <message><source>&lt; &amp;Back</source><translation>&lt; &amp;Lùi</translation></message>
    <message><source>Cancel</source><translation>Hủy</translation></message>
    <message><source>Commit</source><translation>Thực hiện</translation></message>
    <message><source>Continue</source><translation>Tiếp tục</translation></message>
    <message><source>Done</source><translation>Xong</translation></message>
    <message><source>Go Back</source><translation>Quay lại</translation></message>
    <message><source>Help</source><translation>Trợ giúp</translation></message>
</context>
<context>
    <name>quiaccessibilityelement</name>
    <message><source>checked</source><translation>đã chọn</translation></message>
    <message><source>unchecked</source><translation>chưa chọn</translation></message>
</context>
</TS>
