import type { ProblemWords } from '#platform/web/problem'
import type { ProviderFormat, ProviderKind, ProviderView } from '../../contract.ts'
import { channels } from '../money-words.vi.ts'

export const messages = {
  payments: 'Chi trả',
  title: 'Đơn vị chi trả',
  lead: 'Mỗi đợt chi đi qua đơn vị nhận hình thức chi ở nơi người hưởng ở; có nhiều đơn vị thì chọn đơn vị phụ trách địa bàn hẹp nhất.',
  caption: 'Ngân hàng, bưu điện, ví điện tử chi tiền cho người hưởng',
  none: 'Chưa có đơn vị chi trả nào',
  noneMore: 'Chưa lập được đợt chi nào. Mở đơn vị cho từng hình thức chi trả đang dùng.',
  open: 'Mở đơn vị chi trả',
  provider: 'Đơn vị',
  serves: 'Phụ trách',
  channelsHeader: 'Hình thức chi',
  file: 'Tệp lệnh chi',
  delivery: 'Gửi, nhận tệp',
  state: 'Tình trạng',
  account: (name: string, end: string) => `ghi nợ ${name}, tài khoản ${end}`,
  kinds: {
    bank: 'Ngân hàng',
    wallet: 'Ví điện tử, mạng di động',
    post_office: 'Bưu điện',
  } satisfies Record<ProviderKind, string> as Record<ProviderKind, string>,
  formats: {
    'pain.001.001.03': 'ISO 20022 pain.001.001.03',
    'pain.001.001.09': 'ISO 20022 pain.001.001.09',
    csv: 'Danh sách CSV, Excel',
  } satisfies Record<ProviderFormat, string> as Record<ProviderFormat, string>,
  formatHints: {
    'pain.001.001.03': 'Thế hệ 2009, nhiều ngân hàng còn dùng',
    'pain.001.001.09': 'Thế hệ 2019, nên chọn nếu ngân hàng nhận',
    csv: 'Cột và chữ đặt ở trang Bố cục tệp chi trả',
  } satisfies Record<ProviderFormat, string> as Record<ProviderFormat, string>,
  deliveries: {
    hand: 'Tải về, tải lên bằng tay',
    folder: 'Qua thư mục trao đổi',
    http: 'Qua HTTPS',
  } satisfies Record<ProviderView['delivery'], string> as Record<ProviderView['delivery'], string>,
  deliveryMore:
    'Nối thư mục, HTTPS và đặt khóa ký, mã hóa do người quản trị máy chủ làm bằng lệnh «ansinh payments connect», «ansinh payments protect»; trang này không đổi được nơi tệp đi đến.',
  protections: {
    none: '',
    signed: 'có ký số',
    sealed: 'có ký số, mã hóa',
  } satisfies Record<ProviderView['protection'], string> as Record<ProviderView['protection'], string>,
  isOpen: 'Đang dùng',
  isClosed: 'Đã đóng',
  close: 'Đóng',
  closeOf: (name: string) => `Đóng ${name}`,
  reopen: 'Dùng lại',
  reopenOf: (name: string) => `Dùng lại ${name}`,
  closeTitle: (name: string) => `Đóng ${name}?`,
  closeMore:
    'Đợt chi mới không đi qua đơn vị này nữa. Sổ sách, đối soát, quyết toán của các kỳ trước vẫn còn.',
  closed: 'Đã đóng. Đợt chi sau đi qua đơn vị khác.',
  reopened: 'Đã dùng lại.',
  opened: 'Đã mở. Đợt chi lập từ nay đi qua đơn vị này.',
  name: 'Tên đơn vị',
  code: 'Mã',
  codeHint: 'Chữ thường không dấu, số, gạch nối; có trong tên lệnh ở máy chủ, ví dụ: agribank-phu-tho',
  badCode: 'Từ 2 đến 30 chữ thường không dấu, số, gạch nối.',
  kind: 'Loại',
  area: 'Phụ trách địa bàn',
  whole: (name: string) => `${name} (tất cả)`,
  channels: 'Nhận các hình thức',
  format: 'Tệp lệnh chi',
  onlyLists: 'Tiền mặt chỉ gửi được bằng danh sách.',
  bic: 'Mã BIC của ngân hàng (không bắt buộc)',
  badBic: 'Mã BIC có 8 hoặc 11 ký tự, ví dụ: VBAAVNVX.',
  debtorName: 'Tên tài khoản ghi nợ',
  debtorNameHint: 'Như ngân hàng, bưu điện ghi, ví dụ: Ủy ban nhân dân tỉnh Phú Thọ',
  debtorAccount: 'Số tài khoản ghi nợ',
  badAccount: 'Từ 4 đến 34 chữ số hoặc chữ cái.',
  isPlain: 'Đơn vị chỉ nhận tên không dấu',
  isByArea: 'Chia tệp thành khối theo xã',
  otherwise: 'Để sau',
  ways: channels,
  problems: {
    'payments.provider_code_taken': 'Mã này đã có đơn vị khác dùng. Đặt mã khác.',
    'payments.provider_not_found': 'Không tìm thấy đơn vị này trong phạm vi của anh/chị. Tải lại trang.',
    'payments.provider_has_orders': ({ orders }) =>
      `Còn ${Number(orders).toLocaleString('vi-VN')} lệnh chi chưa kết thúc ở đơn vị này. Đối soát xong rồi đóng.`,
    'payments.area_not_yours': 'Địa bàn này ngoài phạm vi của anh/chị.',
  } as ProblemWords,
}

export type Messages = typeof messages
