export const choose = {
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
  problems: { 'geography.area_not_found': 'Không có đơn vị hành chính này.' },
}
