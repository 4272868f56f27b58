export const railCount = {
  mine: 'hồ sơ của tôi',
  over: 'hồ sơ quá hạn',
  toSign: 'quyết định chờ ký',
  letters: 'thư chờ trả lời',
}
