/* Words to hours and hours to words. */
#include "yz-hours.h"

static void
test_chinese (void)
{
  static const struct
  {
    const char *text;
    const char *value;
  } cases[] = {
    { "周一至周五 08:30-12:00,13:00-17:30", "Mo-Fr 08:30-12:00,13:00-17:30" },
    { "周一至周五：7:30–19:00；周末：9:30–17:30", "Mo-Fr 07:30-19:00; Sa-Su 09:30-17:30" },
    { "周一至周五9:00-17:00；周末不开", "Mo-Fr 09:00-17:00; Sa-Su off" },
    { "星期一到星期五。 9:30-17:00", "Mo-Fr 09:30-17:00" },
    { "周一、三、五 9:00-12:00", "Mo,We,Fr 09:00-12:00" },
    { "周日至周四 12:00-23:00", "Su-Th 12:00-23:00" },
    { "周三—周日 9:00-11:30; 13:00-17:00", "We-Su 09:00-11:30,13:00-17:00" },
    { "周二—周日 (4月1日-9月30日) 9:00—21:00 (10月1日-3月31日) 9:00—20:00",
      "Apr 01-Sep 30 Tu-Su 09:00-21:00; Oct 01-Mar 31 Tu-Su 09:00-20:00" },
    { "7月-9月,每日10:00-22:00", "Jul-Sep Mo-Su 10:00-22:00" },
    { "1-2,4-7: 0900-2030; 3: 0900-1200", "Mo-Tu,Th-Su 09:00-20:30; We 09:00-12:00" },
    { "1-7: 0000-2400", "24/7" },
    { "365天24小时不打烊", "24/7" },
    { "上午8点~~晚上10点", "Mo-Su 08:00-22:00" },
    { "下午2:30-5:00", "Mo-Su 14:30-17:00" },
    { "8点-11点 14点30分-16点30分", "Mo-Su 08:00-11:00,14:30-16:30" },
    { "上午8:00—12:00,下午14:30—20:00", "Mo-Su 08:00-12:00,14:30-20:00" },
    { "7:00-11:30;下午不开放", "Mo-Su 07:00-11:30" },
    { "晚上8点至凌晨2点", "Mo-Su 20:00-02:00" },
    { "每日(周末无休)9:00—17:00", "Mo-Su 09:00-17:00" },
    { "9:00-17:00（周一休息）", "Mo-Su 09:00-17:00; Mo off" },
    { "周一至周日 9:00-17:00，法定节假日休息", "Mo-Su 09:00-17:00; PH off" },
    { "周末及节假日 9:00-17:00", "Sa-Su,PH 09:00-17:00" },
    { "周一至周五 ８：３０ － １７：３０", "Mo-Fr 08:30-17:30" },
    { "週一至週五 8:30〜17:30", "Mo-Fr 08:30-17:30" },
    { "周一三五 8:00-12:00；周六日休息", "Mo,We,Fr 08:00-12:00; Sa,Su off" },
    { "周一至周五每天9:00-17:00", "Mo-Fr 09:00-17:00" },
    { "周一至周五（上午8:30-12:00，下午2:00-5:30）", "Mo-Fr 08:30-12:00,14:00-17:30" },
    { "早上八点半到晚上九点", "Mo-Su 08:30-21:00" },
    { "周五晚上十点到次日凌晨两点", "Fr 22:00-02:00" },
    { "18:00至次日2:00", "Mo-Su 18:00-02:00" },
    { "9-17点", "Mo-Su 09:00-17:00" },
    { "每晚7点-9点", "Mo-Su 19:00-21:00" },
    { "7×24小时", "24/7" },
    { "24H营业，全年无休", "24/7" },
    { "8:30-17:30（午休12:00-13:30）", "Mo-Su 08:30-12:00,13:30-17:30" },
    { "8:00-12:00 14:00-18:00（午休12:00-14:00）", "Mo-Su 08:00-12:00,14:00-18:00" },
    { "8:30-20:00 中午12:00至13:00休息", "Mo-Su 08:30-12:00,13:00-20:00" },
    { "9:00-17:00（中午不休息）", "Mo-Su 09:00-17:00" },
    { "除周一外 9:00-17:00", "Mo-Su 09:00-17:00; Mo off" },
    { "周一至周日 8:00-20:00（法定节假日除外）", "Mo-Su 08:00-20:00; PH off" },
    { "周三闭馆，其余时间9:00-17:00", "We off; Mo-Tu,Th-Su 09:00-17:00" },
    { "夏令（5月1日-9月30日）8:00-18:00；冬令（10月1日-次年4月30日）8:30-17:30",
      "May 01-Sep 30 Mo-Su 08:00-18:00; Oct 01-Apr 30 Mo-Su 08:30-17:30" },
    { "节假日照常开放 8:00-20:00", "Mo-Su 08:00-20:00" },
    /* not sure of it */
    { "周末不开", NULL },
    { "每日8:30-17:30（节假日除外）", NULL },
    { "8:00-次日10:00", NULL },
    { "8:00-18:00（午休20:00-21:00）", NULL },
    { "8:00-18:00（午休）", NULL },
    { "07:00-19:00（夏季）", NULL },
    { "8:00-18:00（冬季17:30闭馆）", NULL },
    { "周一至周五 9-5", NULL },
    { "除周一 9:00-17:00", NULL },
    { "其余时间9:00-17:00", NULL },
    { "次日6:00-8:00", NULL },
    { "周一至周五（8:00-12:00", NULL },
    { "8.30-17.30", NULL },
    { "预约开放", NULL },
    { "工作日开放", NULL },
    { "以站点为准", NULL },
    { "", NULL },
    { "9:00", NULL },
    { "周一至周五", NULL },
    { "8:30-5:30", NULL },
    { "8:30-12:00,2:30-5:30", NULL },
    { "节假日 9:00-17:00", NULL },
    { "15:30-17:30（冬令15:00-17:00）", NULL },
    { "2: 1330-2030(部分区域提供 24 小时)", NULL },
    { "早上8:30开放,为户外工作者服务8小时", NULL },
    { "大厅8:30-17:20;自助服务区24小时", NULL },
    { "周一休息，9:00-17:00", NULL },
    { "周一至周五8:00-20:00，全年无休", NULL },
    { "2月30日 9:00-10:00", NULL },
    { "上午3点-晚上5点30分-", NULL },
    { "周一(", NULL },
    { "\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = yz_hours_from_chinese (cases[i].text, &error);
      /* not everything here is text, and what reads our output expects text */
      g_autofree char *text = g_utf8_make_valid (cases[i].text, -1);

      g_test_message ("%s: %s", text, error != NULL ? error->message : value);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpint (value == NULL, ==, error != NULL);
    }
}

static void
test_describe (void)
{
  static const struct
  {
    const char *value;
    const char *chinese;
    const char *english;
  } cases[] = {
    { "24/7", "24 小时开放", "Open 24 hours" },
    { "08:30-17:30", "每天 08:30–17:30", "Every day 08:30–17:30" },
    { "Mo-Fr 09:00-12:00,14:00-18:00; PH off", "周一至周五 09:00–12:00、14:00–18:00；法定节假日休息",
      "Mon–Fri 09:00–12:00, 14:00–18:00; closed public holidays" },
    { "Sa,Su 22:00-02:00", "周六、周日 22:00–次日02:00", "Sat, Sun 22:00–02:00" },
    { "Jul-Aug Mo-Fr 08:00-12:00", "7月至8月周一至周五 08:00–12:00", "Jul–Aug Mon–Fri 08:00–12:00" },
    { "2026 Feb 15-2026 Feb 23 off \"春节闭站\"", "2026年2月15日至23日休息（春节闭站）",
      "Closed 2026 Feb 15–23 (春节闭站)" },
    { "Th[2] 10:00-12:00 off \"例会\"", "每月第2个周四 10:00–12:00 休息（例会）",
      "Second Thu of the month 10:00–12:00 closed (例会)" },
    { "week 01-53/2 Mo 09:00-10:00", "单周周一 09:00–10:00", "Odd weeks Mon 09:00–10:00" },
    { "17:00+", "每天 17:00起", "Every day from 17:00" },
    { "24/7 open \"自助\"", "24 小时开放（自助）", "Open 24 hours (自助)" },
    { "Mo 10:00-12:00 || \"电话预约\"", "周一 10:00–12:00；其余时间：电话预约",
      "Mon 10:00–12:00; otherwise: 电话预约" },
    { "PH -1 day 08:00-12:00", "法定节假日前1天 08:00–12:00", "1 day before public holidays 08:00–12:00" },
    { "Mo-Su,PH 08:00-20:00", "每天（含法定节假日） 08:00–20:00", "Every day including public holidays 08:00–20:00" },
    { "Sa[1,3,-1] 09:00-12:00", "每月第1个、第3个、最后一个周六 09:00–12:00",
      "First, third, last Sat of the month 09:00–12:00" },
    { "Nov-Mar 08:00-17:00", "11月至次年3月 08:00–17:00", "Nov–Mar 08:00–17:00" },
    { "Oct 15-Mar 14 off", "10月15日至次年3月14日休息", "Closed Oct 15–Mar 14" },
    { "08:00-(sunset-01:30)", "每天 08:00至日落前1小时30分", "Every day 08:00–sunset −1:30" },
    { "easter -2 days off", "复活节前2天休息", "Closed 2 days before Easter" },
    { "Su[-1] +1 day 08:00-12:00", "每月最后一个周日后1天 08:00–12:00",
      "1 day after last Sun of the month 08:00–12:00" },
    { "off", "不开放", "Closed" },
    { "unknown", "开放时间不定", "Hours not certain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YzHours) hours = yz_hours_parse (cases[i].value, NULL, NULL);
      g_autofree char *chinese = yz_hours_describe (hours, YZ_HOURS_CHINESE);
      g_autofree char *english = yz_hours_describe (hours, YZ_HOURS_ENGLISH);

      g_assert_cmpstr (chinese, ==, cases[i].chinese);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/hours/words/chinese", test_chinese);
  g_test_add_func ("/hours/words/describe", test_describe);
  return g_test_run ();
}
