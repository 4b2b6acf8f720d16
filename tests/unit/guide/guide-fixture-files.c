#include "config.h"

#include "guide-fixture.h"

static const char *const facts[][3] = {
  { "general", "编号", "QC-JB-0035" },
  { "general", "建设类型", "共建" },
  { "general", "状态", "开放" },
  { "place", "经度", "113.648201 °" },
  { "place", "纬度", "34.747700 °" },
  { "hours", "开放时间", "周一至周五 9:00–12:00、14:00–18:00；周六、周日 9:00–16:00；法定节假日休息" },
  { "place", "进门说明", "夜间扫码" },
  { "contact", "联系人", "周*" },
  { "services", "有", "饮水（2025-03-01）、休息" },
  { "services", "暂停", "手机充电" },
  { "services", "面积", "" },
  { "attachments", "验收单.pdf", "2025-06-01" },
  { "unheard-of", "新栏目", "它的内容" },
};

static void
add_fact (YzGuideStation *station, const char *const *fact)
{
  YzGuideFact *copy = g_new0 (YzGuideFact, 1);

  copy->group = g_strdup (fact[0]);
  copy->title = g_strdup (fact[1]);
  copy->value = g_strdup (fact[2]);
  g_ptr_array_add (station->facts, copy);
}

static void
add_past (YzGuideStation *station, guint i)
{
  YzGuidePast *past = g_new0 (YzGuidePast, 1);

  past->when = g_strdup_printf ("2025-11-%02u 14:%02u", 1 + i % 28, i % 60);
  past->who = i % 3 != 0 ? g_strdup ("周敏") : NULL;
  past->what = g_strdup (i % 5 != 0 ? "开放时间" : "新增");
  past->before = i % 5 != 0 ? g_strdup ("周一至周五 9:00–17:00") : NULL;
  past->after = i % 5 != 0 ? g_strdup (station->name) : NULL;
  g_ptr_array_add (station->history, past);
}

/* One that is no photo stands as an empty frame. */
static void
add_photo (YzGuideStation *station, guint i)
{
  YzGuidePhoto *photo = g_new0 (YzGuidePhoto, 1);

  photo->file = g_bytes_new_static ("no photo", 8);
  photo->caption = i % 3 != 0 ? g_strdup (station->name) : NULL;
  g_ptr_array_add (station->photos, photo);
}

void
guide_fixture_add_files (YzGuideContent *content)
{
  content->printed = g_strdup ("2026-01-10 09:30 周敏");
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      for (guint k = 0; k < i && k < G_N_ELEMENTS (facts); k++)
        add_fact (station, facts[k]);
      for (guint k = 0; k < i * i / 4; k++)
        add_past (station, k);
      for (guint k = 0; k < i / 2; k++)
        add_photo (station, k);
    }
}
