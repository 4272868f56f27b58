/** What a declaration filled in from the file says; it is Vietnamese whatever language the screen has. */
export const declarationWords = {
  /** Parts are numbered as they follow each other: nobody looks for one that is left out. */
  part: (place: number, heading: string) => `${['I', 'II', 'III', 'IV', 'V'][place]}. ${heading}`,
  form: (number: string) => `Mẫu số ${number}`,
  who: 'Thông tin của người được trợ giúp',
  rows: {
    fullName: 'Họ, chữ đệm, tên',
    born: 'Ngày, tháng, năm sinh',
    sex: 'Giới tính',
    number: 'Số định danh cá nhân',
    address: 'Nơi cư trú hiện nay',
    phone: 'Số điện thoại',
  },
  sex: { female: 'Nữ', male: 'Nam' },
  applicant: 'Người khai thay',
  applicantRows: { fullName: 'Họ, chữ đệm, tên', relation: 'Quan hệ', phone: 'Số điện thoại' },
  circumstances: 'Hoàn cảnh',
  receives: 'Hiện đang hưởng',
  receivesNothing: 'Không hưởng khoản nào trong các khoản trên',
  payment: 'Hình thức nhận tiền',
  paymentRows: { account: 'Số tài khoản', bank: 'Ngân hàng', holder: 'Chủ tài khoản' },
  methods: { cash: 'Tiền mặt tại điểm chi trả', account: 'Tài khoản ngân hàng, tài khoản an sinh xã hội' },
  yes: 'có',
} as const
