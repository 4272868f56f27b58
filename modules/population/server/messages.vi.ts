import type { ChangeKind } from '../domain/change.ts'

/** What is written into the register as where it has a fact from, and as the paper of a request. */
export const written = {
  source: (number: number) => `CSDL dân cư, biến động số ${number}`,
  verified: 'Đã đối chiếu CSDL dân cư',
  notice: 'Biến động từ CSDL quốc gia về dân cư',
  issuer: 'CSDL quốc gia về dân cư',
  child: 'con',
  childOfMember: 'cháu',
  papers: {
    birth: 'Trích lục khai sinh',
    death: 'Trích lục khai tử',
    death_cancelled: 'Quyết định hủy khai tử',
    alive: 'Xác nhận có mặt',
    move: 'Thông báo cư trú',
    marriage: 'Trích lục kết hôn',
    divorce: 'Bản án, quyết định ly hôn',
    identity_corrected: 'Trích lục cải chính hộ tịch',
    number_changed: 'Thông báo số định danh',
  } satisfies Readonly<Record<ChangeKind, string>>,
}
