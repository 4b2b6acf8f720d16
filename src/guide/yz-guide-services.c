#include "config.h"

#include "yz-guide-services.h"

/* clang-format off */
static const struct
{
  const char *code;
  const char *english;
} services[] = {
  { "policy", "Policy advice" },
  { "rest", "Rest" },
  { "water", "Drinking water" },
  { "meal", "Warm a meal" },
  { "toilet", "Toilet nearby" },
  { "charging", "Phone charging" },
  { "fridge", "Fridge" },
  { "haircut", "Haircut" },
  { "medicine", "First aid" },
  { "tools", "Repair tools" },
  { "sewing", "Sewing kit" },
  { "rain", "Umbrellas" },
  { "membership", "Join the union" },
  { "mutual_aid", "Give and take" },
  { "legal_aid", "Legal aid" },
  { "open_24h", "Open 24 hours" },
  { "cabinet", "Lockers" },
  { "health_check", "Health check" },
  { "books", "Books" },
  { "nursing", "Nursing room" },
  { "wifi", "Wi-Fi" },
  { "cooling", "Cooling, heating" },
};
/* clang-format on */

const char *
yz_guide_service_english (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (g_strcmp0 (services[i].code, code) == 0)
      return services[i].english;
  return NULL;
}
