import type { CivilDate } from '#kernel/civil-date'
import { committeeOf, type Paper } from '#modules/documents'
import { letterWords as words } from './letter-words.vi.ts'

export type Letter = {
  readonly id: string
  readonly toName: string
  readonly village: string | null
  /** «Xã Tam Sơn» */
  readonly unit: string
}

type Setting = { readonly day: CivilDate; readonly helpPhone: string | undefined }

/**
 * A letter by other hands («giấy mời»): the same for everybody, whatever it is about, so that whoever carries it cannot tell
 * one from another. Not even the code of the file is on it.
 */
export function letterPaper({ id, toName, village, unit }: Letter, { day, helpPhone }: Setting): Paper {
  const paragraph = (text: string) =>
    ({ kind: 'paragraph', text: [{ text }], isCentred: false }) as const satisfies Paper['blocks'][number]
  return {
    ...sheetOf(unit, day),
    size: 'a5',
    title: words.title,
    heading: { name: words.title, about: null },
    addressee: words.to(toName),
    blocks: [
      { kind: 'paragraph', text: [{ text: words.home(village, unit), italic: true }], isCentred: true },
      paragraph(words.news(unit)),
      paragraph(words.come(unit)),
      ...(helpPhone ? [paragraph(words.call(helpPhone))] : []),
      paragraph(words.hard),
      paragraph(words.number(id)),
    ],
    closing: { recipients: null, signatures: [{ lines: [words.office], how: words.signHere, name: null }] },
  }
}

/** The list for whoever hands letters out, by village: who gets one, and room to sign. */
export function listPaper(unit: string, letters: readonly Letter[], { day }: Setting): Paper {
  const villages = [...Map.groupBy(letters, ({ village }) => village ?? words.noVillage)]
  const widths = [1, 5, 2, 5]
  return {
    ...sheetOf(unit, day),
    size: 'a4',
    title: words.list,
    heading: { name: words.list, about: null },
    addressee: null,
    blocks: [
      { kind: 'paragraph', text: [{ text: words.listAbout }], isCentred: false },
      ...villages.flatMap(
        ([village, inside]) =>
          [
            { kind: 'heading', text: village },
            {
              kind: 'table',
              columns: words.columns.map((title, place) => ({
                title,
                width: widths[place]!, // As many widths as columns.
                align: place === 1 ? ('start' as const) : ('center' as const),
              })),
              rows: inside.map(({ id, toName }, place) => [
                String(place + 1),
                toName,
                id.slice(-6).toUpperCase(),
                '',
              ]),
              total: null,
            },
          ] satisfies Paper['blocks'],
      ),
    ],
    closing: { recipients: null, signatures: [{ lines: [words.receiver], how: words.signHere, name: null }] },
  }
}

function sheetOf(unit: string, day: CivilDate) {
  const { place } = committeeOf({ name: unit, level: 'commune' })
  const [year, month, date] = day.split('-')
  return {
    version: 1,
    kind: 'invitation',
    letterhead: {
      superior: [],
      agency: ['ỦY BAN NHÂN DÂN', unit.toLocaleUpperCase('vi')],
      number: null,
      dated: `${place}, ngày ${date} tháng ${month} năm ${year}`,
      form: null,
    },
    deciding: null,
    annexes: [],
    verification: null,
    draft: null,
  } as const
}
