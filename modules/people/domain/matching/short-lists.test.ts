import { expect, test } from 'vitest'
import { FileRules, matchRecords } from './match-records.ts'

test('of a dozen English names those that sound alike are found, and none is sure', async () => {
  const found = await match(
    {
      fields: {
        name: { kind: 'name_in_parts', given: 'given', surname: 'surname' },
        born: { kind: 'date', column: 'born', order: 'ymd' },
        street: { kind: 'text', column: 'street' },
      },
      blocking: [['name.surname'], ['born.date']],
    },
    `given,surname,born,street
     Peter,Jones,1965-01-01,12 Hill Street
     Paul,Jones,1965-01-01,12 Hill Street
     Catherine,Smith,1971-05-23,3 Mill Lane
     Kathryn,Smyth,1971-05-23,3 Mill Lane
     John,Baker,1950-02-11,8 Church Road
     Mary,Cooper,1982-09-30,1 Station Road
     Ann,Fisher,1944-12-05,77 High Street
     James,Turner,1990-07-19,5 Park Avenue
     Olive,Mason,1938-03-02,9 Bridge Street
     Henry,Wright,1961-11-11,2 School Lane
     Grace,Potter,1977-04-28,31 Green Lane
     Frank,Carter,1956-08-14,6 Mill Lane`,
  )
  expect(found).toEqual({ 'Catherine Kathryn': 'possible', 'Peter Paul': 'possible' })
})

test('of a dozen Vietnamese names, a name without its marks and only the year of birth is found, and nothing is sure', async () => {
  const found = await match(
    {
      fields: {
        name: { kind: 'vietnamese_name', column: 'name' },
        born: { kind: 'date', column: 'born' },
        village: { kind: 'text', column: 'village' },
      },
      blocking: [['name.name'], ['born.date']],
      together: [],
    },
    `name,born,village
     Nguyễn Thị Hòa,12/03/1938,Thôn Đông
     NGUYEN THI HOA,1938,Thôn Đông
     Đặng Thị Xuân,05/06/1950,Thôn Nội
     Xuân Đặng Thị,05/06/1950,Thôn Nội
     Hà Minh Anh,03/03/2016,Thôn Trung
     Hà Minh Ngọc,03/03/2016,Thôn Trung
     Trần Văn Bình,01/02/1961,Thôn Ngoại
     Lê Thị Mai,09/10/1972,Thôn Trung
     Phạm Văn Khánh,21/07/1955,Thôn Đông
     Vũ Thị Lan,30/11/1948,Thôn Nội
     Bùi Văn Tâm,17/05/1966,Thôn Ngoại
     Hoàng Thị Thủy,25/12/1940,Thôn Trung`,
  )
  expect(found).toEqual({
    'Nguyễn Thị Hòa NGUYEN THI HOA': 'possible',
    'Đặng Thị Xuân Xuân Đặng Thị': 'possible',
    'Hà Minh Anh Hà Minh Ngọc': 'possible',
  })
})

/** Who of a list may be one person, by the first column, and how surely. */
async function match(rules: object, list: string): Promise<Readonly<Record<string, string>>> {
  const [header, ...lines] = list.split('\n').map((line) => line.trim().split(','))
  async function* records() {
    for (const [line, cells] of lines.entries())
      yield { line: line + 1, cell: (column: string) => cells[header!.indexOf(column)] ?? '' }
  }
  const { pairs } = await matchRecords(FileRules.parse({ ...rules, id: header![0] }), records())
  return Object.fromEntries(pairs.map(({ one, other, verdict }) => [`${one} ${other}`, verdict]))
}
