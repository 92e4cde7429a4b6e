import { describe, expect, it } from 'vitest'
import { directories, lines } from './words'

describe('the words of the catalogue', () => {
  it('offers directories and what is below them, with the way to them', () => {
    const found = directories([
      { code: '3', parent: null, level: 1, name: '部门信息资源', unitCode: null },
      { code: '307', parent: '3', level: 2, name: '省级以下部门', unitCode: null },
      { code: '307003', parent: '307', level: 3, name: '市场监管局', unitCode: 'market' },
      { code: '30700301', parent: '307003', level: 4, name: '登记', unitCode: null },
    ])
    expect(found.map((one) => one.label)).toEqual([
      '307003 部门信息资源 / 省级以下部门 / 市场监管局',
      '30700301 部门信息资源 / 省级以下部门 / 市场监管局 / 登记',
    ])
  })

  it('leaves out what is not written', () => {
    const content = {
      name: '甲',
      summary: '摘要',
      format: null,
      sharing: 'NONE',
      sharingCondition: '',
      basisKind: 'LAW',
      basis: '某法第一条',
      sharingMode: null,
      open: null,
      openCondition: '',
      cycle: 'DAILY',
      related: [],
      items: [],
    }
    expect(lines(content)).toEqual([
      ['信息资源摘要', '摘要'],
      ['共享类型', '不予共享'],
      ['不予共享依据', '法律：某法第一条'],
      ['更新周期', '每日'],
    ])
  })
})
