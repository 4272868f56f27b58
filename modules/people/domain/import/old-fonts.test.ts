import { describe, expect, test } from 'vitest'
import { fromTcvn3 } from './legacy-text.ts'
import { detectFont, detectFonts, fromVni, repairVni } from './old-fonts.ts'

/** Every vowel with every tone, and đ. */
const letters = Array.from('aăâeêioôơuưy', (vowel) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
)
  .flat()
  .concat('đ')

/** How a keyboard of the time wrote each letter, put down from the code charts and not from our tables. */
const vniChart =
  'a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò ' +
  'o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ'
const tcvn3Chart =
  'a µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë e Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö i × Ø Ü Ý Þ ' +
  'o ß á â ã ä « å æ ç è é ¬ ê ë ì í î u ï ñ ò ó ô \u00ad õ ö ÷ ø ù y ú û ü ý þ ®'

describe('every Vietnamese letter', () => {
  test('of a VNI font, small and large', () => {
    const written = vniChart.split(' ')
    expect(written).toHaveLength(letters.length)
    expect(written.map(fromVni)).toEqual(letters)
    expect(written.map((signs) => fromVni(signs.toUpperCase()))).toEqual(
      letters.map((letter) => letter.toUpperCase()),
    )
    // A name as people type it: the first letter large, its mark small.
    expect(
      written
        .filter((signs) => signs.length === 2)
        .map((signs) => fromVni(signs[0]!.toUpperCase() + signs[1])),
    ).toEqual(
      letters.filter((_, place) => written[place]!.length === 2).map((letter) => letter.toUpperCase()),
    )
  })

  test('of a TCVN3 font, whose capitals are the same signs in another font', () => {
    const written = tcvn3Chart.split(' ')
    expect(written).toHaveLength(letters.length)
    expect(written.map(fromTcvn3)).toEqual(letters)
    expect(fromTcvn3('¡ ¢ £ ¤ ¥ ¦ §')).toBe('Ă Â Ê Ô Ơ Ư Đ')
  })
})

test.for([
  [['NguyÔn V¨n Hßa', 'TrÇn ThÞ T\u00adëi'], 'tcvn3', 'Nguyễn Văn Hòa'],
  [['Nguyeãn Vaên Hoøa', 'Traàn Thò Töôi', 'Ñoã Höõu Ñöùc'], 'vni', 'Nguyễn Văn Hòa'],
  [['HOAØNG VAÊN ÑÖÙC', 'LEÂ THÒ HOØA'], 'vni', 'HOÀNG VĂN ĐỨC'],
] as const)('a column of %s is of %s', ([texts, font, first]) => {
  const found = detectFont(texts)
  expect(found).toMatchObject({ font })
  expect(found!.score).toBeGreaterThanOrEqual(0.8)
  expect((font === 'vni' ? fromVni : fromTcvn3)(texts[0])).toBe(first)
})

test.for([
  [['Nguyễn Văn Hoà', 'Trần Thị Tươi']],
  [['Nguyen Van Hoa']],
  // Names of other peoples are no Vietnamese syllables, by whichever code.
  [['Y Moan Êban', "H'Bia Kđăm"]],
  [['12/03/1938', '026138004567']],
  [['José Müller', 'Zoë Brontë']],
])('sound text stays as it is: %s', ([texts]) => {
  expect(detectFont(texts!)).toBeUndefined()
})

test('a short column goes with the others of its sheet, but not one in Unicode', () => {
  const names = ['Nguyeãn Vaên Ñöùc', 'Traàn Thò Hoøa']
  const found = detectFonts([
    names,
    ['Tam Sôn', 'Tam Sôn'],
    ['Xã Hoà Bình', 'Thị trấn Tam Sơn'],
    ['1950', '1949'],
  ])
  expect(found.map((one) => one?.font)).toEqual(['vni', 'vni', undefined, undefined])
})

test('a header in a VNI font is read, one in Unicode is left alone', () => {
  expect(['Giôùi tính', 'Hoï vaø teân', 'Ngaøy sinh'].map(repairVni)).toEqual([
    'Giới tính',
    'Họ và tên',
    'Ngày sinh',
  ])
  expect(['Giới tính', 'Hoà Bình', 'Năm sinh', 'Số CCCD'].map(repairVni)).toEqual(Array(4).fill(undefined))
})

test('capitals of TCVN3, written in a font that draws small letters as large ones, are read as capitals', () => {
  expect(['PH¹M THÞ NGäC ¸NH', 'TRÇN V¡N HßA', 'Lª V¨n ¸i', '§ç'].map(fromTcvn3)).toEqual([
    'PHẠM THỊ NGỌC ÁNH',
    'TRẦN VĂN HÒA',
    'Lê Văn ái',
    'Đỗ',
  ])
})
