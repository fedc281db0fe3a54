"""Where a place lies on our picture of Europe, assets/art/scene-europe.svg."""

from math import cos, radians, sin, sqrt

# Lambert azimuthal equal-area, as European statistics use it. The centre's point on the picture and the
# earth's radius are in units of the picture's view box.
CENTRE_LATITUDE, CENTRE_LONGITUDE = radians(52), radians(13)
CENTRE_X, CENTRE_Y = 290, 330
EARTH_RADIUS = 861


def point_on_europe(latitude: float, longitude: float) -> tuple[int, int]:
    """(x, y) in the picture's units of a place given in degrees; y grows southwards."""
    north, east = radians(latitude), radians(longitude) - CENTRE_LONGITUDE
    away = 1 + sin(CENTRE_LATITUDE) * sin(north) + cos(CENTRE_LATITUDE) * cos(north) * cos(east)
    scale = EARTH_RADIUS * sqrt(2 / away)
    x = scale * cos(north) * sin(east)
    y = scale * (sin(CENTRE_LATITUDE) * cos(north) * cos(east) - cos(CENTRE_LATITUDE) * sin(north))
    return round(CENTRE_X + x), round(CENTRE_Y + y)
