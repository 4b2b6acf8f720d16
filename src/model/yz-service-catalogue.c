#include "config.h"

#include "yz-service-catalogue.h"

static const YzServiceSeed seeds[] = {
  { "policy", "政策宣传", "政策", TRUE, "政策咨询|政策解读|宣传资料" },
  { "rest", "休息", "休息", TRUE, "沙发|桌椅|按摩椅|歇脚|休息区|休憩|午休|座椅" },
  { "water", "饮水", "饮水", TRUE, "饮水机|直饮水机|直饮水|热水壶|茶水|热水|热水供应|凉水供应|饮用水|开水|喝水" },
  { "meal", "热饭", "热饭", TRUE, "微波炉|食物加热|餐食加热|加热饭菜|热饭菜|用餐|用餐区域" },
  { "toilet", "如厕指引", "厕所", TRUE, "卫生间|公厕|如厕|厕所|洗手间" },
  { "charging", "手机充电", "充电", TRUE, "充电|手机充电站|多功能充电|充电宝|换电柜|充电器|电源插座|充电设施" },
  { "fridge", "冰箱", "冰箱", TRUE, "冰柜|冷藏|冷饮" },
  { "haircut", "理发", "理发", TRUE, "免费理发|义剪" },
  { "medicine", "应急药品", "药品", TRUE, "应急药箱|医药箱|医疗箱|常用药品|急救箱|药箱|急救包|防暑药品|AED" },
  { "tools", "小维修工具", "工具", TRUE, "工具箱|五金工具|打气筒|车辆救援维修工具|维修工具|充气泵" },
  { "sewing", "针线包", "针线", TRUE, "针线|针线盒" },
  { "rain", "雨具", "雨具", TRUE, "雨伞|雨衣|应急雨具|爱心雨伞" },
  { "membership", "一键入会", "入会", TRUE, "扫码入会|入会|入会服务|工会入会" },
  { "mutual_aid", "爱心互献", "互献", TRUE, "工会爱心互献|爱心捐赠|互助" },
  { "legal_aid", "法律援助指引", "法援", TRUE, "法律援助|法援自助一体机|法律咨询|法律服务|法援" },
  { "open_24h", "24小时开放", "24时", FALSE, "24小时|全天开放|24小时自助" },
  { "cabinet", "智能柜", "智能柜", FALSE, "储物柜|食物柜|智能储物柜|自助柜" },
  { "health_check", "健康检测", "体检", FALSE, "血压仪|电子血压仪|义诊|血压计|健康监测|体重秤" },
  { "books", "图书", "图书", FALSE, "报刊|职工书屋|书籍|阅读|图书角|书报" },
  { "nursing", "母婴室", "母婴", FALSE, "妈妈小屋|爱心妈妈小屋|哺乳室|母婴" },
  { "wifi", "无线网络", "Wi-Fi", FALSE, "wifi|wi-fi|免费wi-fi|免费wifi|无线网|网络" },
  { "cooling", "空调", "空调", FALSE, "冷氣|冷气|风扇|電風扇|取暖器|纳凉|避暑取暖|冷暖空调|暖气|取暖" },
};

const YzServiceSeed *
yz_service_catalogue (guint *n_seeds)
{
  *n_seeds = G_N_ELEMENTS (seeds);
  return seeds;
}

const char *
yz_service_symbol_get_word (const char *symbol)
{
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *known = g_strdup_printf ("yz-service-%s-symbolic", seeds[i].code);

      if (g_strcmp0 (known, symbol) == 0)
        return seeds[i].name;
    }
  return NULL;
}
