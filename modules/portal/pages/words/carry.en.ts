import type { carryVi } from './carry.vi.ts'

export const carryEn: typeof carryVi = {
  carry: {
    title: 'QR code to carry to the one-stop office',
    text: 'The officer scans it and the form is there, so that you need not say everything again. Print it or take a screenshot.',
    choose: 'Choose the answers to carry',
    image: 'QR code that opens the form at the one-stop office',
    private:
      'In it are the procedure and the answers chosen above, and nothing else: no name, no birth date, no place, nothing of the private question.',
  },
}
