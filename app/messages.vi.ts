export const messages = {
  /** A page of its own: the web application is not there yet. */
  preparing: (percent: number) => `<!doctype html>
<html lang="vi">
  <meta charset="utf-8">
  <meta http-equiv="refresh" content="2">
  <meta name="viewport" content="width=device-width">
  <title>An Sinh – đang chuẩn bị ${percent}%</title>
  <h1>An Sinh</h1>
  <p role="status">Đang chuẩn bị tỉnh mẫu … ${percent}%</p>
  <progress max="100" value="${percent}" aria-label="Đang chuẩn bị tỉnh mẫu"></progress>
  <p>Chỉ lần đầu mới cần chờ. Trang này tự mở khi xong.</p>
</html>
`,
  /** While the database is started again; the page asks anew by itself. */
  restarting: `<!doctype html>
<html lang="vi">
  <meta charset="utf-8">
  <meta http-equiv="refresh" content="2">
  <meta name="viewport" content="width=device-width">
  <title>An Sinh – đang khởi động lại</title>
  <h1>An Sinh</h1>
  <p role="status">Cơ sở dữ liệu đang khởi động lại. Những gì đã lưu vẫn còn. Trang này tự mở khi xong.</p>
</html>
`,
}
