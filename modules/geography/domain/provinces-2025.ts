/**
 * The provinces that took in others on 2025-07-01, each with the former ones by their codes of 2022. A code may live on
 * with another name and territory: 24 was Bắc Giang and is Bắc Ninh. The other eleven did not change.
 */
export const provinceMergers: Readonly<Record<string, readonly string[]>> = {
  '08': ['08', '02'],
  '15': ['10', '15'],
  '19': ['19', '06'],
  '24': ['27', '24'],
  '25': ['25', '26', '17'],
  '31': ['31', '30'],
  '33': ['33', '34'],
  '37': ['37', '35', '36'],
  '44': ['45', '44'],
  '48': ['48', '49'],
  '51': ['51', '62'],
  '52': ['64', '52'],
  '56': ['56', '58'],
  '66': ['66', '54'],
  '68': ['68', '67', '60'],
  '75': ['75', '70'],
  '79': ['79', '74', '77'],
  '80': ['72', '80'],
  '82': ['87', '82'],
  '86': ['86', '83', '84'],
  '91': ['89', '91'],
  '92': ['92', '94', '93'],
  '96': ['96', '95'],
}

export const provinceMergersAct = '202/2025/QH15'
