#include "config.h"

#include "yz-guide-content.h"

YzGuideContent *
yz_guide_content_new (YzPrintLanguage language)
{
  YzGuideContent *self = g_new0 (YzGuideContent, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = language;
  self->hotline = g_strdup ("12351");
  self->stations = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_station_free);
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_service_free);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_contact_free);
  return self;
}

YzGuideContent *
yz_guide_content_ref (YzGuideContent *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yz_guide_content_unref (YzGuideContent *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->stations);
  g_clear_pointer (&self->neighbours, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_ptr_array_unref (self->contacts);
  g_ptr_array_unref (self->services);
  g_clear_object (&self->basemap);
  g_free (self->area);
  g_free (self->publisher);
  g_free (self->date);
  g_free (self->use_until);
  g_free (self->edition_name);
  g_free (self->hotline);
  g_free (self->first);
  g_free (self->last);
  g_free (self->holiday);
  g_free (self->holiday_en);
  g_free (self->before_name);
  g_free (self->attribution);
  g_free (self->printed);
  g_clear_pointer (&self->goods, g_ptr_array_unref);
  g_free (self);
}

YzGuideStation *
yz_guide_station_new (const char *id, const char *name)
{
  YzGuideStation *self = g_new0 (YzGuideStation, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->look = YZ_GUIDE_UNKNOWN;
  self->closures = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_closure_free);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_fact_free);
  self->photos = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_photo_free);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_past_free);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_day_free);
  self->offers = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
yz_guide_station_free (YzGuideStation *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->district);
  g_free (self->street);
  g_clear_pointer (&self->street_key, g_bytes_unref);
  g_clear_pointer (&self->name_key, g_bytes_unref);
  g_free (self->initials);
  g_free (self->address);
  g_free (self->access);
  g_strfreev (self->phones);
  g_free (self->host);
  g_free (self->state_note);
  g_clear_pointer (&self->hours, yz_hours_unref);
  g_clear_pointer (&self->ordinary, yz_hours_unref);
  g_strfreev (self->hours_lines);
  g_free (self->english_hours);
  g_clear_pointer (&self->week, g_array_unref);
  g_clear_pointer (&self->workday, g_array_unref);
  g_ptr_array_unref (self->closures);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->photos);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->offers);
  g_clear_pointer (&self->photo, g_bytes_unref);
  for (guint i = 0; i < YZ_GUIDE_N_ASPECTS; i++)
    g_free (self->since[i]);
  g_strfreev (self->audiences);
  g_free (self->rating_page);
  g_free (self);
}

void
yz_guide_service_free (YzGuideService *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->name_en);
  g_free (self->symbol);
  g_free (self);
}

void
yz_guide_closure_free (YzGuideClosure *self)
{
  g_free (self->first);
  g_free (self->last);
  g_free (self->text);
  g_free (self->english);
  g_free (self);
}

void
yz_guide_day_free (YzGuideDay *self)
{
  g_free (self->date);
  g_free (self->lunar);
  g_free (self->festival);
  g_clear_pointer (&self->bars, g_array_unref);
  g_free (self);
}

void
yz_guide_fact_free (YzGuideFact *self)
{
  g_free (self->group);
  g_free (self->title);
  g_free (self->value);
  g_free (self);
}

void
yz_guide_past_free (YzGuidePast *self)
{
  g_free (self->when);
  g_free (self->who);
  g_free (self->what);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
yz_guide_photo_free (YzGuidePhoto *self)
{
  g_bytes_unref (self->file);
  g_free (self->caption);
  g_free (self);
}

void
yz_guide_contact_free (YzGuideContact *self)
{
  g_free (self->place);
  g_free (self->name);
  g_free (self->phone);
  g_free (self->where);
  g_free (self);
}

const char *
yz_guide_service_get_name (const YzGuideService *self, YzPrintLanguage language, gboolean brief)
{
  if (language == YZ_PRINT_ENGLISH && self->name_en != NULL)
    return self->name_en;
  return brief ? self->short_name : self->name;
}

char *
yz_guide_service_dup_name (const YzGuideService *self, YzPrintLanguage language, gboolean brief)
{
  return yz_print_say_both (language, yz_guide_service_get_name (self, YZ_PRINT_CHINESE, brief),
                            yz_guide_service_get_name (self, YZ_PRINT_ENGLISH, brief));
}

const YzGuideOffer *
yz_guide_station_offers (const YzGuideStation *self, const YzGuideService *service)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (self->offers, i);

      if (offer->service == service)
        return offer;
    }
  return NULL;
}

char *
yz_guide_station_join_codes (const YzGuideStation *self, const char *separator)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < self->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (self->offers, i);

      if (offer->state == YZ_GUIDE_OFFERED)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? separator : "", offer->service->code);
    }
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

gboolean
yz_guide_station_is_in (const YzGuideStation *self, const char *district)
{
  return g_str_equal (self->district != NULL ? self->district : "", district);
}

char *
yz_guide_content_dup_as_of (const YzGuideContent *self)
{
  g_autofree char *day = yz_print_date (YZ_PRINT_CHINESE, self->date);
  g_autofree char *day_en = yz_print_date (YZ_PRINT_ENGLISH, self->date);
  g_autofree char *chinese = g_strconcat ("资料截至 ", day, NULL), *english = g_strconcat ("As of ", day_en, NULL);

  return yz_print_say_both (self->language, chinese, english);
}

GPtrArray *
yz_guide_content_list_districts (const YzGuideContent *self)
{
  GPtrArray *districts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (self->stations, i);
      const char *district = station->district != NULL ? station->district : "";

      if (!g_ptr_array_find_with_equal_func (districts, district, g_str_equal, NULL))
        g_ptr_array_add (districts, g_strdup (district));
    }
  return districts;
}
