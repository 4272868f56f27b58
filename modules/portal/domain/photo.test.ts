import { expect, test } from 'vitest'
import { largestFile } from '#platform/server/files'
import { isLockedPdf, kindOf, largestUpload, withArrived, withPage, changed, type Photo } from './photo.ts'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.codePointAt(0)!)
const page = (id: string): Photo => ({ id, name: `${id}.jpg`, size: 1, isPicture: true })

test('what a file is, its first bytes say', () => {
  expect(kindOf(bytes('\0\0\0\u001cftypheic\0\0\0\0mif1'))).toBe('heic')
  expect(kindOf(bytes('\n%PDF-1.7\n'))).toBe('pdf')
  expect(kindOf(bytes('#!/bin/sh'))).toBe('other')
})

test('a PDF with a password is seen before it is sent, wherever its trailer stands', () => {
  expect(isLockedPdf(bytes('%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 12 0 R >>'))).toBe(true)
  expect(isLockedPdf(bytes('%PDF-1.7\n9 0 obj << /Type /XRef /Encrypt << /V 4 >> >>'))).toBe(true)
  expect(isLockedPdf(bytes('%PDF-1.7\n(A letter on how /Encrypt works)'))).toBe(false)
})

test('a page taken again stands where the first one stood, which is there until the new one has arrived', () => {
  const photos = { identity: [{ ...page('a'), uploadId: 'u1' }, page('b')] }
  const taken = withPage(photos, { kind: 'identity', page: page('c'), instead: 'a' })
  expect(taken['identity']?.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(changed(taken, 'c', () => undefined)).toEqual(photos)
  expect(withArrived(taken, 'c', 'u2')).toEqual({
    identity: [{ ...page('c'), instead: 'a', uploadId: 'u2' }, page('b')],
  })
  expect(withPage(photos, { kind: 'other', page: page('c') })['other']).toEqual([page('c')])
  expect(changed({ identity: [page('a')] }, 'a', () => undefined)).toEqual({})
})

test('the phone turns away no more than the server does', () => {
  expect(largestUpload).toBe(largestFile)
})
