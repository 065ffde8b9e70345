import { unreachable } from '../../kernel/unreachable.ts';
import { capital, entry, listed, type Say, type Speaker } from './speaker.ts';

/** Who may know whose ballot is whose; for 无记名 also what that doesn't protect against. */
export function secrecyLines({ say, names, scheme }: Speaker): readonly string[] {
  const ways = [...new Set(scheme.ballots.map(({ secrecy }) => secrecy))];
  return ways.flatMap((secrecy) => {
    const ballots = scheme.ballots
      .filter((ballot) => ballot.secrecy === secrecy)
      .map(({ id }) => names.ballot(id));
    const name = capital(listed(say, [...new Set(ballots)]));
    switch (secrecy) {
      case 'named':
        return [
          entry(say, name, [
            say('记名', '記名', 'by name'),
            say(
              '每张票记到席位和评委',
              '每張票記到席位和評委',
              'each ballot is kept with its seat and its judge',
            ),
          ]),
        ];
      case 'by-seat':
        return [
          entry(say, name, [
            say('按席位记录', '按席位記錄', 'by seat'),
            say(
              '每张票记到席位，不记姓名',
              '每張票記到席位，不記姓名',
              'each ballot is kept with its seat, not with a name',
            ),
          ]),
        ];
      case 'anonymous':
        return [
          entry(say, name, [
            say('无记名', '無記名', 'secret'),
            say(
              '票卡在组内随机抽取，系统不知道谁持哪一张卡',
              '票卡在組內隨機抽取，系統不知道誰持哪一張卡',
              'cards are drawn at random within a group, and the system doesn’t know who holds which',
            ),
            say(
              '应收票数为各组发出的票卡数，减少须写明理由',
              '應收票數為各組發出的票卡數，減少須寫明理由',
              'as many ballots are expected as cards were given out to the group, and fewer only with a reason',
            ),
            say(
              '须回避的持卡人按“回避”，该卡不进该单位的分母',
              '須迴避的持卡人按「迴避」，該卡不進該單位的分母',
              'who must not vote on a unit presses “recuse”, and that card is in no denominator of the unit',
            ),
          ]),
          say('无记名不能防止以下情形：', '無記名不能防止以下情形：', 'What a secret ballot can’t prevent:'),
          ...limitsOfSecrecy(say).map((limit, n) =>
            say(
              `（${n + 1}）${limit}${n === 3 ? '。' : '；'}`,
              `（${n + 1}）${limit}${n === 3 ? '。' : '；'}`,
              `(${n + 1}) ${limit}${n === 3 ? '.' : ';'}`,
            ),
          ),
        ];
      default:
        return unreachable(secrecy);
    }
  });
}

function limitsOfSecrecy(say: Say): readonly string[] {
  return [
    say(
      '组里人很少，或全组评得一样时，从组的结果可以推知各人怎么评',
      '組裡人很少，或全組評得一樣時，從組的結果可以推知各人怎麼評',
      'in a small group, or where all of a group vote alike, the group’s result gives away how each voted',
    ),
    say(
      '邻座、镜头或在场的人看到屏幕',
      '鄰座、鏡頭或在場的人看到屏幕',
      'a neighbour, a camera or a passer-by who sees the screen',
    ),
    say(
      '记录里保存票卡号以便核验，知道某人持哪张卡的人，可以查到这张卡怎么评',
      '記錄裡保存票卡號以便核驗，知道某人持哪張卡的人，可以查到這張卡怎麼評',
      'the record keeps card numbers so that it can be verified: who knows which card somebody holds can look up how it voted',
    ),
    say(
      '有人在现场无线网络上主动攻击（未启用加密时）',
      '有人在現場無線網絡上主動攻擊（未啟用加密時）',
      'an active attacker on the hall’s Wi-Fi, where it isn’t encrypted',
    ),
  ];
}
