import { lastDayOfDistricts, type Area } from './area.ts'

/** A place on a map of hexagons: rows from north to south, the odd ones half a cell further east. */
export type Cell = { readonly row: number; readonly column: number }

/** The communes of former Vĩnh Phúc by the codes of 2022; what was merged in January 2025 leaves its cell empty. */
const listOf2022 = `
  .   08776 08773   .   08764   .     .     .     .     .     .     .     .     .
   08779 08782 08800 08767 08770 08785 08917 08914   .     .     .     .     .     .
  .   08803 08809 08818 08797 08791 08788 08920 08923 08926   .     .     .     .
     .   08824 08821 08761 08794 08789 08812 08875 08872 08929 08908   .     .     .
  .   08806 08827 08830 08836 08815 08833 08869 08881 08878 08911 08932   .     .
     .   08851 08848 08845 08842 08839 08887 08884 08890 08725 08936 08938   .     .
  .     .   08854 08860 08857 08863 08896 08899 08893 08719 08710 08950 08947 08749
     .     .     .   08866 09091 09079 08905 08902 08707 08716 08728 08944 08752   .
  .     .     .   09097 09094 09088 09085 09082 08713 08722 08731 08956 08953 08747
     .     .     .   09106 09103 09115 09100 09031 09037 09028 08965 08959 08755 08746
  .     .     .   09109 09124 09112 09118 09139 09040 09034 08968 08935 08740 08734
     .     .     .   09133 09127 09076 09130 09046 09025 09049 08962 08758 08737 08743
  .     .     .     .   09136 09142 09145 09148 09043 09055 09052 08971   .     .
     .     .     .     .   09151 09154 09157 09067 09058 09061 09073   .     .     .
  .     .     .     .     .     .   09160   .   09064 09070   .     .     .     .
`

/** The communes on its land since July 2025. */
const listOf2025 = `
  .     .     .     .     .     .     .
   08773 08770 08788 08914 08923   .     .
08782 08824 08761 08812 08872 08911   .
   08848 08842 08896 08869 08716 08944   .
  .   08866 09079 08905 08707 08950 08746
     .   09106 09100 09040 08971 08935 08740
  .     .   09112 09076 09043 09025   .
     .     .   09154 09064 09052   .     .
`

const before = read(listOf2022)
const since = read(listOf2025)

/** Where a commune stands on the schematic map, near where it lies and beside its district; undefined where nobody drew one. */
export function schematicCell({ level, code, during }: Area): Cell | undefined {
  if (level !== 3) return undefined
  const isOfDistricts = during.from === null || during.from <= lastDayOfDistricts
  return (isOfDistricts ? before : since).get(code)
}

function read(drawing: string): ReadonlyMap<string, Cell> {
  const cells = drawing
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim().split(/\s+/))
  return new Map(
    cells.flatMap((codes, row) =>
      codes.flatMap((code, column) => (code === '.' ? [] : [[code, { row, column }] as const])),
    ),
  )
}
