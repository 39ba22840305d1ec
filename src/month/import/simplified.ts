// The traditional characters of headings, stages and totals, each before its simplified form.
const PAIRS =
  '確确単单額额業业務务員员銷销訂订單单區区產产戶户數数價价號号編编負负責责團团隊队門门階阶狀状態态總总實实際际預预計计結结時时間间簽签約约開开發发貨货幣币種种別别贏赢輸输進进審审驗验證证標标項项類类稱称聯联應应帳账賬账運运費费傭佣獎奖勵励優优餘余還还歷历處处辦办東东華华萬万億亿圓圆錄录創创變变終终關关閉闭無无廢废絕绝談谈報报購购買买賣卖質质經经機机會会縣县線线級级組组長长師师顧顾問问專专認认損损潤润稅税虧亏統统週周點点備备註注與与錢钱執执條条達达過过歸归屬属貸贷轉转車车畢毕駁驳復复慮虑採采訪访簡简順顺層层勞劳';

const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) SIMPLIFIED.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** 金額 as 金额, for words that exports use; other texts may keep some of their characters. */
export function simplified(text: string): string {
  return text.replace(TRADITIONAL, sign => SIMPLIFIED.get(sign) ?? sign);
}
