export const messages = {
  /** A later start: what there is to prepare is done, or nothing is heard of it yet. */
  starting: `<!doctype html>
<html lang="vi">
  <meta charset="utf-8">
  <meta http-equiv="refresh" content="1">
  <meta name="viewport" content="width=device-width">
  <title>An Sinh – đang khởi động</title>
  <h1>An Sinh</h1>
  <p role="status">An Sinh đang khởi động. Trang này tự mở khi xong.</p>
</html>
`,
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
