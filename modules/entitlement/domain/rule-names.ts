import type { Month } from '#kernel/civil-date'
import { regimes } from '../law/regimes.ts'
import type { Label } from './rule-set.ts'

/**
 * What each rule is called on a list, short and whole: the labels of the law say a group once and its bands apart, which
 * read together would say most things twice.
 */
const names: Readonly<Record<string, Label>> = {
  'MSA-1-A': { vi: 'Trẻ không nguồn nuôi dưỡng, dưới 4 tuổi', en: 'Child without support, under 4' },
  'MSA-1-B': {
    vi: 'Trẻ không nguồn nuôi dưỡng, từ đủ 4 đến dưới 16 tuổi',
    en: 'Child without support, 4 to under 16',
  },
  'MSA-2': {
    vi: 'Từ 16 tuổi, đã hưởng theo khoản 1 và đang học',
    en: 'From 16, formerly under khoản 1 and studying',
  },
  'MSA-3-A': { vi: 'Trẻ em nhiễm HIV thuộc hộ nghèo, dưới 4 tuổi', en: 'Child with HIV, poor, under 4' },
  'MSA-3-B': {
    vi: 'Trẻ em nhiễm HIV thuộc hộ nghèo, từ đủ 4 đến dưới 16 tuổi',
    en: 'Child with HIV, poor, 4 to under 16',
  },
  'MSA-4': { vi: 'Đơn thân nghèo nuôi con', en: 'Poor single parent' },
  'MSA-4-A': { vi: 'Đơn thân nghèo nuôi 1 con', en: 'Poor single parent of one child' },
  'MSA-4-B': { vi: 'Đơn thân nghèo nuôi từ 2 con', en: 'Poor single parent of two or more' },
  'MSA-5A-1': {
    vi: 'Người cao tuổi nghèo, không người phụng dưỡng, từ đủ 60 tuổi',
    en: 'Poor older person without support, from 60',
  },
  'MSA-5A-2': {
    vi: 'Người cao tuổi nghèo, không người phụng dưỡng, tuổi cao',
    en: 'Poor older person without support, very old',
  },
  'MSA-5B': {
    vi: 'Từ đủ 75 đến dưới 80 tuổi, nghèo hoặc cận nghèo, vùng khó khăn',
    en: 'From 75 to under 80, poor or near-poor, difficult area',
  },
  'MSA-5C': { vi: 'Từ đủ 80 tuổi, không lương hưu', en: 'From 80, without a pension' },
  'MSA-5D': {
    vi: 'Người cao tuổi được nhận chăm sóc tại cộng đồng',
    en: 'Older person cared for in the community',
  },
  'MSA-6-1': {
    vi: 'Khuyết tật đặc biệt nặng, từ đủ 16 đến dưới 60 tuổi',
    en: 'Exceptionally severe disability, 16 to under 60',
  },
  'MSA-6-2': {
    vi: 'Khuyết tật đặc biệt nặng, trẻ em hoặc người cao tuổi',
    en: 'Exceptionally severe disability, child or older person',
  },
  'MSA-6-3': { vi: 'Khuyết tật nặng, từ đủ 16 đến dưới 60 tuổi', en: 'Severe disability, 16 to under 60' },
  'MSA-6-4': {
    vi: 'Khuyết tật nặng, trẻ em hoặc người cao tuổi',
    en: 'Severe disability, child or older person',
  },
  'MSA-7': {
    vi: 'Trẻ dưới 3 tuổi, nghèo hoặc cận nghèo, vùng khó khăn',
    en: 'Child under 3, poor or near-poor, difficult area',
  },
  'MSA-8': { vi: 'Người nhiễm HIV thuộc hộ nghèo', en: 'Poor person with HIV' },
  'SP-A': { vi: 'Hưu trí xã hội, từ đủ 75 tuổi', en: 'Social pension, from 75' },
  'SP-B': {
    vi: 'Hưu trí xã hội, từ đủ 70 đến dưới 75 tuổi',
    en: 'Social pension, from 70 to under 75',
  },
  'CARE-1A': { vi: 'Nhận nuôi dưỡng trẻ dưới 4 tuổi', en: 'Taking in a child under 4' },
  'CARE-1B': { vi: 'Nhận nuôi dưỡng trẻ từ đủ 4 tuổi', en: 'Taking in a child from 4' },
  'CARE-1C': { vi: 'Nhận chăm sóc người cao tuổi', en: 'Taking in an older person' },
  'CARE-2A': {
    vi: 'Người khuyết tật mang thai hoặc nuôi 1 con nhỏ',
    en: 'Disabled and pregnant, or with a small child',
  },
  'CARE-2B': {
    vi: 'Người khuyết tật mang thai và nuôi con nhỏ, hoặc nuôi từ 2 con nhỏ',
    en: 'Disabled and pregnant with a small child, or with two or more',
  },
  'CARE-3': {
    vi: 'Hộ chăm sóc người khuyết tật đặc biệt nặng',
    en: 'Household caring for exceptionally severe disability',
  },
  'CARE-4A': {
    vi: 'Nhận nuôi dưỡng người khuyết tật đặc biệt nặng',
    en: 'Taking in a person with exceptionally severe disability',
  },
  'CARE-4B': {
    vi: 'Nhận nuôi dưỡng trẻ em khuyết tật đặc biệt nặng',
    en: 'Taking in a child with exceptionally severe disability',
  },
  'FAC-1A': { vi: 'Nuôi dưỡng trẻ dưới 4 tuổi tại cơ sở', en: 'Nursing a child under 4 in a facility' },
  'FAC-1B': { vi: 'Nuôi dưỡng người từ đủ 4 tuổi tại cơ sở', en: 'Nursing a resident from 4 in a facility' },
}

/** What a rule is called in every language; undefined for a rule no law knows. */
export function labelOfRule(rule: string): Label | undefined {
  return names[rule]
}

/** What a rule is called on a list («Khuyết tật nặng, từ đủ 16 đến dưới 60 tuổi»); its id where no law knows it. */
export function nameOfRule(rule: string, language: keyof Label): string {
  return names[rule]?.[language] ?? rule
}

/** The laws that spoke one after the other, each by the number of its decree and the first month it speaks for. */
export const lawsOverTime: readonly { readonly name: string; readonly from: Month }[] = regimes.map(
  ({ from, cite }) => ({ from, name: cite.document }),
)
