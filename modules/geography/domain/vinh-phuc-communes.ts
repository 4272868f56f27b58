/**
 * What became of the communes of Vĩnh Phúc between the list of 2022 and the list of early 2025. The names and codes are
 * those of the two lists; which commune went into which is the resolution’s.
 */
export const vinhPhucMergers = {
  act: '1287/NQ-UBTVQH15',
  effective: '2025-01-01',
  /** Vanished code → the code that goes on, from 136 communes to 121. */
  into: [
    { from: '08734', to: '08740', certain: true }, // Trưng Trắc, with Trưng Nhị: Hai Bà Trưng
    { from: '08779', to: '08782', certain: true }, // Bạch Lưu: Hải Lựu
    { from: '08821', to: '08824', certain: true }, // Nhạo Sơn: thị trấn Tam Sơn
    { from: '08827', to: '08824', certain: true }, // Như Thụy: thị trấn Tam Sơn
    { from: '08857', to: '08863', certain: true }, // Đình Chu, with Triệu Đề: Tây Sơn
    { from: '08902', to: '08905', certain: true }, // Vân Hội, with Hợp Thịnh: Hội Thịnh
    { from: '09058', to: '09070', certain: true }, // Hồng Phương: Hồng Châu
    { from: '09094', to: '09097', certain: true }, // Việt Xuân, with Bồ Sao: Sao Đại Việt
    { from: '09109', to: '09097', certain: true }, // Cao Đại, with Bồ Sao: Sao Đại Việt
    { from: '09103', to: '09100', certain: true }, // Tân Tiến: Đại Đồng
    { from: '09115', to: '09112', certain: true }, // Vĩnh Sơn: thị trấn Thổ Tang
    { from: '09142', to: '09076', certain: true }, // Tam Phúc: thị trấn Vĩnh Tường
    { from: '09133', to: '09151', certain: true }, // Lý Nhân, with An Tường: An Nhân
    { from: '09139', to: '09118', certain: true }, // Vân Xuân, with Bình Dương: Lương Điền
    { from: '09160', to: '09157', certain: true }, // Vĩnh Ninh, with Phú Đa: Vĩnh Phú
  ],
} as const

/** Communes that became a ward or a township («thị trấn») on 2023-04-10 and kept their land: Định Trung, Kim Long, Tam Hồng. */
export const vinhPhucStatusChanges = {
  act: '730/NQ-UBTVQH15',
  effective: '2023-04-10',
  codes: ['08725', '08878', '09043'],
} as const

/** The communes of July 2025 on the land of Vĩnh Phúc. */
export const vinhPhucTwoLevelsAct = '1676/NQ-UBTVQH15'
